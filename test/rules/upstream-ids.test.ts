import { describe, expect, test } from "vitest";
import { everyRule } from "../../rules/every-rule.ts";
import { notChecked } from "../../rules/not-checked.ts";

/** Every message of istioctl 1.31. */
const istioctl = `0001 0002 0101 0102 0103 0106 0107 0108 0109 0110 0111 0112 0116 0118 0123 0125 0126 0127 0128 0129 0130 0131 0132 0133 0134 0135 0136 0137 0138 0139 0140 0141 0142 0143 0144 0145 0146 0147 0148 0149 0150 0151 0152 0153 0154 0155 0156 0157 0158 0159 0160 0161 0162 0163 0164 0165 0166 0167 0168 0169 0170 0171 0172 0173 0174 0175 0176 0177 `;

/** Every code of Kiali 2. */
const kiali = `0001 0002 0003 0004 0005 0101 0102 0104 0105 0106 0107 0108 0109 0110 0201 0202 0203 0204 0205 0206 0207 0208 0209 0210 0211 0212 0301 0302 0401 0501 0505 0506 0601 0602 0701 1004 1006 1007 1101 1102 1104 1105 1106 1107 1108 1109 1110 1111 1112 1113 1114 1115 1116 1117 1211 1212 1301 1311 1312 1313 1314 1315 1316 1317 1401 1402 1501 1502 1503 1504 1601 1701 1702 `;

const ids = [
  ["IST", istioctl],
  ["KIA", kiali],
].flatMap(([tool = "", numbers = ""]) =>
  (numbers.match(/\d{4}/g) ?? []).map((each) => `${tool}${each}`),
);
const covered = new Set(everyRule.flatMap(({ covers }) => covers));

describe("the ids of other tools", () => {
  test("are all those of istioctl and Kiali", () => {
    expect(ids.length).toBe(68 + 73);
  });

  test.each(ids)("%s has a rule, or a reason for having none", (id) => {
    expect(covered.has(id) !== notChecked.has(id)).toBe(true);
  });
});
