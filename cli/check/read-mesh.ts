import type { Position, Report } from "../../diagnostics/index.ts";
import type { Graph } from "../../graph/graph.ts";
import type { LoadedMesh } from "../../source/load-mesh.ts";

/** A mesh that was read without an error, with its graph. */
export interface MeshInput extends LoadedMesh {
  readonly graph: Graph;
}

/** The name that findings give a file; its own by default. */
export type FileNames = (file: string) => string;

/** Reads a mesh with one environment. Its reader is loaded only where there is a mesh: manifests need none of it. */
export async function readMesh(
  file: string,
  environment: string | undefined,
  report: Report,
  nameOf: FileNames,
  texts: ReadonlyMap<string, string> = new Map(),
): Promise<MeshInput | undefined> {
  const [{ loadMesh }, { buildGraph }] = await Promise.all([
    import("../../source/load-mesh.ts"),
    import("../../graph/build-graph.ts"),
  ]);
  const files = { file, ...(environment === undefined ? {} : { environment }), texts };
  const loaded = loadMesh(files, report);
  if (loaded === undefined) return undefined;
  const positions = (path: Parameters<typeof loaded.positions>[0]): Position | undefined => {
    const position = loaded.positions(path);
    return position && { ...position, file: nameOf(position.file) };
  };
  return { ...loaded, positions, graph: buildGraph(loaded.mesh, report, { positions }) };
}
