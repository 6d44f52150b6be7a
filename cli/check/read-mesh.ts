import type { Report } from "../../diagnostics/index.ts";
import type { Graph } from "../../graph/graph.ts";
import type { LoadedMesh } from "../../source/load-mesh.ts";

/** A mesh that was read without an error, with its graph. */
export interface MeshInput extends LoadedMesh {
  readonly graph: Graph;
}

/** Reads a mesh with one environment. Its reader is loaded only where there is a mesh: manifests need none of it. */
export async function readMesh(
  file: string,
  environment: string | undefined,
  report: Report,
): Promise<MeshInput | undefined> {
  const [{ loadMesh }, { buildGraph }] = await Promise.all([
    import("../../source/load-mesh.ts"),
    import("../../graph/build-graph.ts"),
  ]);
  const loaded = loadMesh(environment === undefined ? { file } : { file, environment }, report);
  if (loaded === undefined) return undefined;
  return { ...loaded, graph: buildGraph(loaded.mesh, report, { positions: loaded.positions }) };
}
