import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Graph } from "../../graph/graph.ts";
import { allRules } from "../../rules/all.ts";
import { renderRuleDocs } from "../../rules/render-docs.ts";
import { ruleDocs } from "../../rules/rule-docs.ts";
import type { Rule } from "../../rules/rule.ts";
import { runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

const root = join(import.meta.dirname, "../..");
const ids = allRules.map((rule) => rule.id);

/** The fields of the graph that a rule reads of an example. */
function fieldsRead(rule: Rule, yaml: string): readonly string[] {
  const read = new Set<string>();
  const graph = new Proxy<Graph>(graphOfYaml(yaml).graph, {
    get: (target, field, receiver) => {
      read.add(String(field));
      return Reflect.get(target, field, receiver) as unknown;
    },
  });
  rule.check(graph, () => undefined);
  return [...read];
}

describe("the registry", () => {
  test("ids and codes are unique, ids are kebab-case", () => {
    expect(new Set(ids).size).toBe(allRules.length);
    expect(new Set(allRules.map((rule) => rule.code)).size).toBe(allRules.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
  });

  test("every rule that has a page of documentation is registered, in a file of its name", () => {
    const files = globSync("rules/*/*.doc.ts", { cwd: root }).map((file) =>
      file.replace(/^rules\//, "").replace(/\.doc\.ts$/, ""),
    );
    expect(files.sort()).toEqual([...ids].sort());
    for (const id of ids) expect(globSync(`rules/${id}.ts`, { cwd: root })).toHaveLength(1);
    expect([...ruleDocs.keys()].sort()).toEqual([...ids].sort());
  });

  test("every exported rule is registered", () => {
    const declared = globSync("rules/*/*.ts", { cwd: root }).filter((file) =>
      /: Rule = \{/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(declared).toHaveLength(allRules.length);
  });

  test("no rule is longer than 80 lines", () => {
    for (const id of ids) {
      const lines = readFileSync(join(root, `rules/${id}.ts`), "utf8")
        .trimEnd()
        .split("\n");
      expect(lines.length, id).toBeLessThanOrEqual(80);
    }
  });

  test("messages and summaries have the form of the house", () => {
    for (const rule of allRules) {
      expect(rule.summary).toMatch(/^[a-z].*[^.]$/);
    }
  });

  test("the pages in docs/rules are current: run `npm run docs`", () => {
    for (const [file, text] of renderRuleDocs()) {
      expect(readFileSync(join(root, "docs/rules", file), "utf8"), file).toBe(text);
    }
    const pages = globSync("docs/rules/**/*.md", { cwd: root });
    expect(pages).toHaveLength(renderRuleDocs().size);
  });
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const doc = ruleDocs.get(id);
  const fails = doc?.fails ?? "";
  const passes = doc?.passes ?? "";

  test("finds the fault of its failing example", () => {
    const { graph, diagnostics } = graphOfYaml(fails);
    expect(diagnostics).toEqual([]);
    const found = runRule(graph, rule);
    // A fault between several objects is found at each of them.
    expect(new Set(found.map((each) => each.outcome))).toEqual(new Set(["fail"]));
    for (const { message, fix } of found) {
      expect(message).toMatch(/^[^A-Z].*[^.]$/);
      expect(fix).toMatch(/^[^A-Z].*[^.]$/);
    }
  });

  test("stays silent on its passing example", () => {
    const { graph, diagnostics } = graphOfYaml(passes);
    expect(diagnostics).toEqual([]);
    expect(runRule(graph, rule)).toEqual([]);
  });

  test("reads what it declares, and nothing else", () => {
    const read = new Set([...fieldsRead(rule, fails), ...fieldsRead(rule, passes)]);
    expect([...read].sort()).toEqual([...rule.reads].sort());
  });

  test("does not depend on the order of nodes", () => {
    const { graph } = graphOfYaml(fails);
    const reversed = {
      ...graph,
      services: graph.services.toReversed(),
      calls: graph.calls.toReversed(),
      routes: graph.routes.toReversed(),
      workloads: graph.workloads.toReversed(),
    };
    const text = (found: ReturnType<typeof runRule>) =>
      found.map((each) => each.outcome + each.origin.path.join("."));
    expect(text(runRule(reversed, rule)).sort()).toEqual(text(runRule(graph, rule)).sort());
  });
});
