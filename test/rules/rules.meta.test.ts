import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Graph } from "../../graph/graph.ts";
import type { LiftedGraph } from "../../graph/lift-graph.ts";
import { allRules } from "../../rules/all.ts";
import { changeRules } from "../../rules/change/index.ts";
import { everyRule } from "../../rules/every-rule.ts";
import { renderRuleDocs } from "../../rules/render-docs.ts";
import { changeRuleDocs, ruleDocs } from "../../rules/rule-docs.ts";
import type { ChangeExample, ChangeRule, Finding, Rule } from "../../rules/rule.ts";
import { runChangeRule, runRule } from "../../rules/run-rule.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";

const root = join(import.meta.dirname, "../..");
const ids = everyRule.map((rule) => rule.id);

/** A graph that writes down which of its fields are read. */
function watched(yaml: string, read: Set<string>): Graph {
  return new Proxy<Graph>(graphOfYaml(yaml).graph, {
    get: (target, field, receiver) => {
      read.add(String(field));
      return Reflect.get(target, field, receiver) as unknown;
    },
  });
}

/** The fields of the graph that a rule reads of an example. */
function fieldsRead(rule: Rule, yaml: string): readonly string[] {
  const read = new Set<string>();
  rule.check(watched(yaml, read), () => undefined);
  return [...read];
}

/** The same for a rule of changes, over both states. */
function fieldsCompared(rule: ChangeRule, { before, after }: ChangeExample): readonly string[] {
  const read = new Set<string>();
  rule.check({ before: watched(before, read), after: watched(after, read) }, () => undefined);
  return [...read];
}

/** A fault, in the form of the house. */
function expectFault(found: readonly Finding[]): void {
  expect(new Set(found.map((each) => each.outcome))).toEqual(new Set(["fail"]));
  for (const { message, fix } of found) {
    expect(message).toMatch(/^[^A-Z].*[^.]$/);
    expect(fix).toMatch(/^[^A-Z].*[^.]$/);
  }
}

const placesOf = (found: readonly Finding[]): readonly string[] =>
  found.map((each) => each.outcome + each.origin.path.join(".")).sort();

function reversed(graph: LiftedGraph): LiftedGraph {
  return {
    ...graph,
    services: graph.services.toReversed(),
    calls: graph.calls.toReversed(),
    routes: graph.routes.toReversed(),
    workloads: graph.workloads.toReversed(),
  };
}

describe("the registry", () => {
  test("ids and codes are unique, ids are kebab-case", () => {
    expect(new Set(ids).size).toBe(everyRule.length);
    expect(new Set(everyRule.map((rule) => rule.code)).size).toBe(everyRule.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z]+)*$/);
  });

  test("every rule that has a page of documentation is registered, in a file of its name", () => {
    const files = globSync("rules/*/*.doc.ts", { cwd: root }).map((file) =>
      file.replace(/^rules\//, "").replace(/\.doc\.ts$/, ""),
    );
    expect(files.sort()).toEqual([...ids].sort());
    for (const id of ids) expect(globSync(`rules/${id}.ts`, { cwd: root })).toHaveLength(1);
    expect([...ruleDocs.keys(), ...changeRuleDocs.keys()].sort()).toEqual([...ids].sort());
  });

  test("every exported rule is registered", () => {
    const declared = globSync("rules/*/*.ts", { cwd: root }).filter((file) =>
      /: (?:Change)?Rule = \{/.test(readFileSync(join(root, file), "utf8")),
    );
    expect(declared).toHaveLength(everyRule.length);
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
    for (const rule of everyRule) {
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
    // A fault between several objects is found at each of them.
    expectFault(runRule(graph, rule));
  });

  test("stays silent on its passing example", () => {
    const { graph, diagnostics } = graphOfYaml(passes);
    expect(diagnostics).toEqual([]);
    expect(runRule(graph, rule)).toEqual([]);
  });

  test("stays silent when its passing example is there twice", () => {
    const { graph } = graphOfYaml(/^kind:/m.test(passes) ? `${passes}\n---\n${passes}` : passes);
    expect(runRule(graph, rule)).toEqual([]);
  });

  test("reads what it declares, and nothing else", () => {
    const read = new Set([...fieldsRead(rule, fails), ...fieldsRead(rule, passes)]);
    expect([...read].sort()).toEqual([...rule.reads].sort());
  });

  test("does not depend on the order of nodes", () => {
    const { graph } = graphOfYaml(fails);
    expect(placesOf(runRule(reversed(graph), rule))).toEqual(placesOf(runRule(graph, rule)));
  });
});

describe.each(changeRules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const doc = changeRuleDocs.get(id);
  const nothing: ChangeExample = { before: "", after: "" };
  const { fails = nothing, passes = nothing } = doc ?? {};
  const changeOf = ({ before, after }: ChangeExample) => {
    const graphs = { before: graphOfYaml(before), after: graphOfYaml(after) };
    expect([...graphs.before.diagnostics, ...graphs.after.diagnostics]).toEqual([]);
    return { before: graphs.before.graph, after: graphs.after.graph };
  };

  test("finds the fault of its failing example", () => {
    expectFault(runChangeRule(changeOf(fails), rule));
  });

  test("stays silent on its passing example, and where nothing changes", () => {
    expect(runChangeRule(changeOf(passes), rule)).toEqual([]);
    for (const state of [fails.before, fails.after]) {
      expect(runChangeRule(changeOf({ before: state, after: state }), rule)).toEqual([]);
    }
  });

  test("reads what it declares, and nothing else", () => {
    const read = new Set([...fieldsCompared(rule, fails), ...fieldsCompared(rule, passes)]);
    expect([...read].sort()).toEqual([...rule.reads].sort());
  });

  test("does not depend on the order of nodes", () => {
    const { before, after } = changeOf(fails);
    const found = runChangeRule({ before: reversed(before), after: reversed(after) }, rule);
    expect(placesOf(found)).toEqual(placesOf(runChangeRule({ before, after }, rule)));
  });
});
