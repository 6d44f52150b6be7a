import { load } from "js-yaml";
import { expect, test } from "vitest";
import { kubernetesYaml } from "../../../source/manifests/yaml-schema.ts";

/** What `sigs.k8s.io/yaml` 1.6, the parser of Kubernetes and of istioctl, makes of a text without quotes. */
const read: readonly (readonly [text: string, value: unknown])[] = [
  ["y", true],
  ["Y", true],
  ["n", false],
  ["N", false],
  ["yes", true],
  ["Off", false],
  ["oN", "oN"],
  ["~", null],
  ["NULL", null],
  ["nULL", "nULL"],
  ["0x1F", 31],
  ["0X1f", 31],
  ["0b11", 3],
  ["-0b11", -3],
  ["0o17", 15],
  ["017", 15],
  ["-017", -15],
  ["089", 89],
  ["0o8", "0o8"],
  ["0x", "0x"],
  ["1_000", 1000],
  ["1_", 1],
  ["_1", "_1"],
  ["-0", 0],
  ["+12", 12],
  ["1e3", 1000],
  ["1_0.5", 10.5],
  [".5", 0.5],
  [".5_0", ".5_0"],
  ["1.2.3", "1.2.3"],
  ["12:30", "12:30"],
  ["2001-01-01", "2001-01-01"],
];

test.each(read)("%s is %j", (text, value) => {
  expect(load(`a: ${text}`, kubernetesYaml)).toStrictEqual({ a: value });
});
