import type { Report } from "../diagnostics/index.ts";
import { holdsMesh } from "./manifests/holds-mesh.ts";
import { kustomizePatches } from "./manifests/kustomize-patches.ts";
import { listFiles } from "./manifests/list-files.ts";
import type { ManifestDocument, SourceFile, StateMesh } from "./manifests/manifest-document.ts";
import { createLocator } from "./manifests/parse-chunk.ts";
import { parseChunks } from "./manifests/parse-chunks.ts";
import { readObjects, type ListHead } from "./manifests/read-objects.ts";
import { readSource } from "./manifests/read-source.ts";
import { isStackState, readState, readStateMeshes } from "./manifests/read-state.ts";
import { createTemplateFilter } from "./manifests/template-problem.ts";
import { splitDocuments } from "./manifests/split-documents.ts";

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
    const read = readFile(source, named, report, head);
    for (const each of read.documents) into.documents.push(each);
    stateMeshes.push(...read.stateMeshes);
    foreign += read.foreign;
  }
  return { ...whole, foreign, patches, meshes, stateMeshes };
}

function nothing() {
  return { documents: new Array<ManifestDocument>(), files: new Array<SourceFile>() };
}

/** How many documents of one file are repaired at most. */
const maxRepairs = 100;

/** The objects of one text. With `strict`, a document that is no object is an error. */
export function readFile(
  file: SourceFile,
  strict: boolean,
  report: Report,
  head: ListHead = {},
): Pick<ManifestSource, "documents" | "foreign" | "stateMeshes"> {
  const documents: ManifestDocument[] = [];
  const stateMeshes: StateMesh[] = [];
  let foreign = 0;
  let count = 0;
  const repairs = { left: maxRepairs };
  const withoutTemplates = createTemplateFilter();
  for (const [chunk, parsed] of parseChunks(file.text, splitDocuments(file.text), repairs)) {
    const { values, problems } = parsed;
    if (problems.length > 0) {
      const text = file.text.slice(chunk.start, chunk.end);
      for (const { offset, ...problem } of withoutTemplates(text, problems)) {
        const position = file.positionAt(chunk.start + offset);
        report.add({ ...problem, severity: "error", path: [], position });
      }
    }
    for (const [index, value] of values.entries()) {
      const locate = createLocator(file, chunk, index);
      const source = { value, file, document: count, locate, place: { ...chunk, index } };
      count += 1;
      if (value === null || value === undefined) continue;
      const state = isStackState(value);
      if (state) stateMeshes.push(...readStateMeshes(source));
      const read = state
        ? { documents: readState(source), foreign: 0 }
        : readObjects(source, { strict, head }, report);
      for (const each of read.documents) documents.push(each);
      foreign += read.foreign;
    }
    if (values.length === 0 && problems.length > 0) count += 1;
  }
  return { documents, foreign, stateMeshes };
}
