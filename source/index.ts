/**
 * Reading meshes from files (YAML with one overlay an environment, or a TypeScript module), and Kubernetes objects from
 * files, folders and standard input.
 */
export { loadMesh, type LoadedMesh, type MeshFiles } from "./load-mesh.ts";
export { readRawManifests } from "./read-raw-manifests.ts";
export { mergeOverlay } from "./merge-overlay.ts";
export type { EnvironmentDefinition, RuleSettings } from "./environment-definition.ts";
export {
  readManifests,
  type ManifestDocument,
  type ManifestSource,
  type SourceFile,
} from "./read-manifests.ts";
