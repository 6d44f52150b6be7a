/** Reading meshes from files: YAML with one overlay an environment, or a TypeScript module. */
export { loadMesh, type LoadedMesh, type MeshFiles } from "./load-mesh.ts";
export { readRawManifests } from "./read-raw-manifests.ts";
export { mergeOverlay } from "./merge-overlay.ts";
export type { EnvironmentDefinition, RuleSettings } from "./environment-definition.ts";
