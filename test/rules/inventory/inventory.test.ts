import { describe, expect, test } from "vitest";
import { changeRuleDocs, ruleDocs } from "../../../rules/rule-docs.ts";
import { inventory } from "./inventory.ts";

/** The rules that say that they do a check, by its id. */
const claims = new Map<string, string[]>();
for (const [rule, doc] of [...ruleDocs, ...changeRuleDocs]) {
  for (const check of doc.inventory ?? []) {
    claims.set(check, [...(claims.get(check) ?? []), rule]);
  }
}

const checks = [...inventory];

describe("the inventory of checks", () => {
  test("has all of them", () => {
    expect(inventory.size).toBe(280);
  });

  test("is what the rules name: no rule claims a check that there is not", () => {
    expect([...claims.keys()].filter((check) => !inventory.has(check))).toEqual([]);
  });

  test("has a rule for each check that is said to be done by rules, and only for those", () => {
    const done = checks.filter(([, place]) => place === "rules").map(([check]) => check);
    expect(done.sort()).toEqual([...claims.keys()].sort());
  });

  test("says where else a check is done, or why it is not", () => {
    for (const [check, place] of checks) {
      if (typeof place === "string") continue;
      const reason = "without" in place ? place.without : place.elsewhere;
      expect(reason, check).toMatch(/^[a-z].{10,}[^.]$/);
    }
  });
});
