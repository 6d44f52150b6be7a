import { describe, expect, test } from "vitest";
import { printPath } from "../../diagnostics/index.ts";
import type { Rule } from "../../rules/rule.ts";
import { runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

/** What is given, and what the rule says of it: `outcome source: path`. */
export type Row = readonly [name: string, yaml: string, expected: readonly string[]];

/** Runs one rule over a grid of inputs. */
export function runGrid(rule: Rule, rows: readonly Row[]): void {
  describe(rule.id, () => {
    test.each(rows)("%s", (_name, text, expected) => {
      const { graph, diagnostics } = graphOfYaml(text);
      expect(diagnostics.filter((each) => each.severity === "error")).toEqual([]);
      const found = runRule(graph, rule).map(
        ({ outcome, origin }) => `${outcome} ${origin.source}: ${printPath(origin.path)}`,
      );
      expect(found.sort()).toEqual([...expected].sort());
    });
  });
}
