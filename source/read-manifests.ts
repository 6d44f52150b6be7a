import type { Report } from "../diagnostics/index.ts";
import { holdsMesh } from "./manifests/holds-mesh.ts";
import { kustomizePatches } from "./manifests/kustomize-patches.ts";
import { listFiles } from "./manifests/list-files.ts";
import type { ManifestDocument, SourceFile, StateMesh } from "./manifests/manifest-document.ts";
import { readFile } from "./manifests/read-file.ts";
import type { ListHead } from "./manifests/read-objects.ts";
import { readSource } from "./manifests/read-source.ts";

export type { ManifestDocument, SourceFile, StateMesh } from "./manifests/manifest-document.ts";

/** Everything that was read, and what was passed over. */
export interface ManifestSource {
  readonly documents: readonly ManifestDocument[];
  readonly files: readonly SourceFile[];
  /** Documents in folders that are no objects of Kubernetes. */
  readonly foreign: number;
  /** Files in folders that kustomize lays over objects: what they hold are parts of objects. */
  readonly patches: Pick<ManifestSource, "documents" | "files">;
  /** Files that hold a mesh of Heddle: they are read by `loadMesh`. */
  readonly meshes: readonly string[];
  /** Meshes of Heddle in the states of stacks. */
  readonly stateMeshes: readonly StateMesh[];
}

export interface ReadOptions {
  /** What documents without kind and version are. */
  readonly head?: ListHead;
  /** Texts by file name that are read instead of what the files hold. */
  readonly texts?: ReadonlyMap<string, string>;
}

/**
 * Reads Kubernetes objects from files, folders (all YAML and JSON below) and standard input (`-`): any number of
 * documents, lists, and the output of `kustomize`, `helm template` and `pulumi stack export`. What cannot be read is
 * reported with its place, and the rest is still there.
 */
export function readManifests(
  paths: readonly string[],
  report: Report,
  { head = {}, texts }: ReadOptions = {},
): ManifestSource {
  const whole = nothing();
  const meshes: string[] = [];
  const patches = nothing();
  const stateMeshes: StateMesh[] = [];
  let foreign = 0;
  const listed = listFiles(paths, report);
  const laidOver = kustomizePatches(listed.map(({ file }) => file));
  for (const { file, named } of listed) {
    const source = readSource(file, report, texts?.get(file));
    if (source === undefined) continue;
    if (holdsMesh(source.text, file)) {
      meshes.push(file);
      continue;
    }
    const into = !named && laidOver.has(file) ? patches : whole;
    into.files.push(source);
    const read = readFile(source, { strict: named, head }, report);
    for (const each of read.documents) into.documents.push(each);
    stateMeshes.push(...read.stateMeshes);
    foreign += read.foreign;
  }
  return { ...whole, foreign, patches, meshes, stateMeshes };
}

function nothing() {
  return { documents: new Array<ManifestDocument>(), files: new Array<SourceFile>() };
}
