import { parseAllDocuments } from "yaml";
import { createReport, type Diagnostic } from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/build-graph.ts";
import { joinGraphs } from "../../graph/join-graphs.ts";
import { liftGraph, type LiftedGraph, type LiftedManifest } from "../../graph/lift-graph.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { parseMesh } from "../../model/index.ts";
import { isStackState, readState } from "../../source/manifests/read-state.ts";

/** The graph of YAML documents: meshes are built, manifests and states of stacks are lifted, all are joined. */
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
    [...manifests.map((manifest) => ({ manifest, origin: {} })), ...documents.flatMap(ofState)],
    report,
  );
  for (const document of documents.filter(
    (each) => !isStackState(each) && typeof each.kind !== "string",
  )) {
    const mesh = parseMesh(document, report);
    if (mesh !== undefined) graph = joinGraphs(graph, buildGraph(mesh, report));
  }
  return { graph, diagnostics: report.diagnostics() };
}

/** The objects of a document that is the state of a stack. */
function ofState(value: unknown): readonly LiftedManifest[] {
  if (!isStackState(value)) return [];
  const file = { name: "state.json", text: "", positionAt: () => position };
  const source = {
    value,
    file,
    document: 0,
    place: { start: 0, end: 0, index: 0, base: [] },
    locate: () => position,
  };
  return readState(source).map(({ manifest, urn, stack }) => ({
    manifest: manifest as unknown as Manifest,
    origin: { ...(urn === undefined ? {} : { urn }), ...(stack === undefined ? {} : { stack }) },
  }));
}

const position = { file: "state.json", line: 1, column: 1 };
