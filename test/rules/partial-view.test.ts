import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { createReport } from "../../diagnostics/index.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { allRules } from "../../rules/all.ts";
import { runRule, type CheckedGraph } from "../../rules/run-rule.ts";

// Who reads one namespace of a cluster sees less, and must not be told of faults that the rest would clear up.

const root = join(import.meta.dirname, "..");
const files = [
  ...globSync(join(root, "well-known/good/*.yaml")),
  ...["visibility", "discovery-declared-calls"].map((name) =>
    join(root, "cases", name, "istio.yaml"),
  ),
];

function read(file: string): readonly Manifest[] {
  return parseAllDocuments(readFileSync(file, "utf8")).flatMap((each) => {
    const value = each.toJS() as Manifest | null;
    return value === null ? [] : [value];
  });
}

function faults(manifests: readonly Manifest[], seen?: string): readonly string[] {
  const lifted = liftGraph(
    manifests.map((manifest) => ({ manifest, origin: {} })),
    createReport(),
  );
  const graph: CheckedGraph = seen === undefined ? lifted : { ...lifted, seen: new Set([seen]) };
  return allRules.flatMap((rule) =>
    runRule(graph, rule)
      .filter(({ outcome }) => outcome === "fail" && rule.severity !== "info")
      .map(({ origin }) => `${rule.id} ${origin.source}`),
  );
}

const isOf = (namespace: string) => (each: Manifest) =>
  each.kind === "Namespace"
    ? each.metadata.name === namespace
    : (each.metadata.namespace ?? "default") === namespace;

describe("one namespace of a cluster", () => {
  test.each(files)("%s: no fault that the whole does not have", (file) => {
    const manifests = read(file);
    const known = new Set(faults(manifests));
    const namespaces = new Set(manifests.map(({ metadata }) => metadata.namespace ?? "default"));
    for (const namespace of namespaces) {
      const found = faults(manifests.filter(isOf(namespace)), namespace);
      expect(found.filter((each) => !known.has(each))).toEqual([]);
    }
  });
});
