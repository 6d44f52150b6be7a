import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { allRules, runRule } from "../../rules/index.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

// Samples after the pages of Istio's documentation: its tasks, which are sound, and the pages of `istioctl analyze`'s
// messages, each with the fault that its page shows.

const folder = join(import.meta.dirname, "../well-known");
const samples = (kind: string) => globSync(`${kind}/*.yaml`, { cwd: folder }).sort();

/** Everything that is found at fault, as `code Kind namespace/name`, by the codes that `name` gives. */
function found(text: string, name: "HED" | "IST"): readonly string[] {
  const { graph, diagnostics } = graphOfYaml(text);
  expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  const all = allRules.flatMap((rule) =>
    runRule(graph, rule).flatMap(({ outcome, covers = rule.covers, origin, message }) => {
      if (outcome !== "fail") return [];
      if (name === "HED") {
        return rule.severity === "info" ? [] : [`${rule.code} ${origin.source}: ${message}`];
      }
      // The source says `default` where an object states no namespace; all of these state theirs.
      return covers
        .filter((each) => each.startsWith("IST"))
        .map((each) => `${each} ${origin.source}`);
    }),
  );
  return [...new Set(all)].sort();
}

describe("nothing is found at fault in", () => {
  test.each(samples("good"))("%s", (file) => {
    expect(found(readFileSync(join(folder, file), "utf8"), "HED")).toEqual([]);
  });
});

describe("the fault of its page, and no other one, is found in", () => {
  test.each(samples("bad"))("%s", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const expected = /^# expected: (.*)$/m.exec(text)?.[1]?.split(", ") ?? [];
    expect(expected).not.toEqual([]);
    expect(found(text, "IST")).toEqual(expected.sort());
  });
});
