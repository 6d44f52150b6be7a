import { describe, expect, test } from "vitest";
import { printPath } from "../../diagnostics/index.ts";
import type { ChangeRule } from "../../rules/rule.ts";
import { runChangeRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

/** A state before, one after, and what the rule says of the way: `outcome source: path`. */
export type ChangeRow = readonly [
  name: string,
  before: string,
  after: string,
  expected: readonly string[],
];

/** Runs one rule of changes over a grid of inputs. */
export function runChangeGrid(rule: ChangeRule, rows: readonly ChangeRow[]): void {
  describe(rule.id, () => {
    test.each(rows)("%s", (_name, before, after, expected) => {
      const [old, now] = [graphOfYaml(before), graphOfYaml(after)];
      const diagnostics = [...old.diagnostics, ...now.diagnostics];
      expect(diagnostics.filter((each) => each.severity === "error")).toEqual([]);
      const found = runChangeRule({ before: old.graph, after: now.graph }, rule).map(
        ({ outcome, origin }) => `${outcome} ${origin.source}: ${printPath(origin.path)}`,
      );
      expect(found.sort()).toEqual([...expected].sort());
    });
  });
}
