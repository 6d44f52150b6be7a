/**
 * The root door of the package: describe a mesh, read one from YAML, see it as a graph, print what is wrong with it.
 * Loads nothing of Pulumi; the components are behind `heddle/components`.
 *
 *   defineMesh ─▶ parseMesh ─▶ buildGraph ─▶ heddle/rules, heddle/targets/…, heddle/components
 *   loadMesh (YAML) ──┘
 */
export * from "./diagnostics/index.ts";
export * from "./model/index.ts";
export { loadMesh, type LoadedMesh } from "./source/load-mesh.ts";
export * from "./graph/index.ts";
