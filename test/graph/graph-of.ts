import { expect } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, type Graph } from "../../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../../model/index.ts";

/** Parses a mesh that must be right, and builds its graph. */
export function graphOf(definition: MeshDefinition): {
  readonly mesh: Mesh;
  readonly graph: Graph;
} {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  expect(report.diagnostics()).toEqual([]);
  if (mesh === undefined) throw new Error("a mesh without findings was not read");
  return { mesh, graph: buildGraph(mesh, report) };
}
