import fc from "fast-check";
import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { liftGraph } from "../../graph/lift-graph.ts";
import type { Graph } from "../../graph/index.ts";
import { compileIstio } from "../../targets/istio/index.ts";
import { arbitraryMesh } from "../model/arbitrary-mesh.ts";
import { graphOf } from "./graph-of.ts";

/** What the nodes say, without their places and their order. */
function withoutOrigins({ access, receiverModes }: Graph): readonly string[] {
  return [...access, ...receiverModes]
    .map((node) =>
      JSON.stringify(node, (key, value: unknown) => (key === "origin" ? undefined : value)),
    )
    .map((text) => JSON.stringify(Object.entries(JSON.parse(text) as object).sort()))
    .sort();
}

test("access and modes are the same, built from a model and lifted from what it compiles to", () => {
  fc.assert(
    fc.property(arbitraryMesh, (definition) => {
      const { mesh, graph } = graphOf(definition);
      const report = createReport();
      const manifests = compileIstio(mesh, graph, report);
      const lifted = liftGraph(
        manifests.map((manifest) => ({ manifest, origin: {} })),
        report,
      );
      expect(withoutOrigins(lifted)).toEqual(withoutOrigins(graph));
    }),
    { numRuns: 60 },
  );
});
