import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import type { Graph } from "../../graph/graph.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { allRules } from "../../rules/all.ts";
import { runRule } from "../../rules/run-rule.ts";
import { compileIstio, injectionLabels } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { graphOf } from "../graph/graph-of.ts";
import { arbitraryMesh } from "../model/arbitrary-mesh.ts";

const errors = allRules.filter(({ severity }) => severity === "error");

/** What fails in a graph, by rule. */
function failures(graph: Graph): ReadonlyMap<string, string> {
  const found = errors.flatMap((rule) =>
    runRule(graph, rule)
      .filter(({ outcome }) => outcome === "fail")
      .map(({ message }) => [`${rule.code} ${rule.id}`, message] as const),
  );
  return new Map(found);
}

/** The same mesh with all of it made here: what is deployed elsewhere is not among its objects. */
function deployed(definition: MeshDefinition): MeshDefinition {
  const services = Object.entries(definition.services).map(([name, each]) => [
    name,
    { ...each, image: "docker.io/heddle/sample:dev" },
  ]);
  return { ...definition, services: Object.fromEntries(services) as MeshDefinition["services"] };
}

test("what a right mesh becomes has no error that the mesh has not", { timeout: 180_000 }, () => {
  fc.assert(
    fc.property(arbitraryMesh, (definition) => {
      const { mesh, graph } = graphOf(deployed(definition));
      const report = createReport();
      const manifests = [
        ...compileKubernetes(mesh, report, { namespaceLabels: injectionLabels }),
        ...compileIstio(mesh, graph, report),
      ];
      const own = failures(graph);
      const lifted = failures(
        liftGraph(
          manifests.map((manifest) => ({ manifest, origin: {} })),
          report,
        ),
      );
      expect([...lifted].filter(([rule]) => !own.has(rule))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
