import type { Path, Position } from "../diagnostics/index.ts";
import type { Mesh } from "../model/index.ts";
import type { Origin } from "./graph.ts";

export interface BuildOptions {
  /** Where a path of the author's data was written. */
  readonly positions?: (path: Path) => Position | undefined;
}

/** Makes the origin of a node from its place in the author's data. */
export type OriginOf = (path: Path) => Origin;

export function createOrigin(mesh: Mesh, options: BuildOptions): OriginOf {
  const source = `mesh ${mesh.name}`;
  return (path) => {
    const position = options.positions?.(path);
    return position === undefined ? { path, source } : { path, source, position };
  };
}
