import { parseAllDocuments } from "yaml";
import { createReport, type Diagnostic } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import { joinGraphs } from "../../graph/join-graphs.ts";
import { liftGraph, type LiftedGraph } from "../../graph/lift-graph.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { parseMesh } from "../../model/index.ts";

/** The graph of YAML documents: meshes are built, manifests are lifted, all are joined. */
export function graphOfYaml(text: string): {
  readonly graph: LiftedGraph;
  readonly diagnostics: readonly Diagnostic[];
} {
  const report = createReport();
  const documents = parseAllDocuments(text)
    .map((each) => each.toJS() as Manifest | null)
    .filter((each) => each !== null);
  const manifests = documents.filter((each) => typeof each.kind === "string");
  let graph = liftGraph(
    manifests.map((manifest) => ({ manifest, origin: {} })),
    report,
  );
  for (const document of documents.filter((each) => typeof each.kind !== "string")) {
    const mesh = parseMesh(document, report);
    if (mesh !== undefined) graph = joinGraphs(graph, buildGraph(mesh, report));
  }
  return { graph, diagnostics: report.diagnostics() };
}
