import type { Path, Position, Report } from "../../diagnostics/index.ts";
import { isPlainObject } from "../../model/is-plain-object.ts";
import { envoyHead, envoyName, isEnvoyBootstrap } from "./envoy-bootstrap.ts";
import { isMeshNetworks, meshNetworksHead } from "./mesh-networks-file.ts";
import type { ManifestDocument, SourceFile, WrittenPlace } from "./manifest-document.ts";

/** One value of a file, which may be an object, a list of them, or something else. */
export interface FileValue {
  readonly value: unknown;
  readonly file: SourceFile;
  readonly document: number;
  readonly place: WrittenPlace;
  readonly locate: (path: Path) => Position;
}

export interface ReadObjects {
  readonly documents: readonly ManifestDocument[];
  /** Values that are no objects of Kubernetes at all: the values of a chart, a configuration of something. */
  readonly foreign: number;
}

/** Takes the objects out of a value: itself, or the items of a list, also of one in a list; or an Envoy as a whole. */
export function readObjects(
  source: FileValue,
  { strict, head: given }: { readonly strict: boolean; readonly head: ListHead },
  report: Report,
): ReadObjects {
  const documents: ManifestDocument[] = [];
  let foreign = 0;
  const visit = (value: unknown, at: Path, from: ListHead): void => {
    const head = headOf(value, from);
    const made = head === undefined ? asObject(value) : undefined;
    if (made !== undefined) {
      documents.push(documentOf(source, made, at));
      return;
    }
    if (head === undefined || !isPlainObject(value)) {
      foreign += 1;
      if (strict) report.add(noObject(source, at));
      return;
    }
    const items = value["items"];
    if (head.kind.endsWith("List") && Array.isArray(items)) {
      const kind = head.kind.slice(0, -"List".length);
      const next = kind === "" ? {} : { apiVersion: head.apiVersion, kind };
      for (const [index, item] of items.entries()) visit(item, [...at, "items", index], next);
      return;
    }
    const metadata = value["metadata"] ?? {};
    if (!isPlainObject(metadata)) {
      report.add(badMetadata(source, [...at, "metadata"], head.kind));
      return;
    }
    documents.push(documentOf(source, asManifest(value, head, metadata), at));
  };
  visit(source.value, [], given);
  return { documents, foreign };
}

/** An object of a value; the whole value where the path is empty. */
function documentOf(
  { file, document, locate, place }: FileValue,
  manifest: ManifestDocument["manifest"],
  at: Path,
): ManifestDocument {
  if (at.length === 0) return { manifest, file, document, locate, place };
  const { start, end, index } = place;
  const inside = (path: Path) => locate([...at, ...path]);
  return { manifest, file, document, locate: inside, place: { start, end, index, base: at } };
}

/** The value itself, where it says all by itself. */
function asManifest(
  value: Record<string, unknown>,
  head: Required<ListHead>,
  metadata: Record<string, unknown>,
): ManifestDocument["manifest"] {
  const isComplete =
    value["metadata"] === metadata &&
    value["apiVersion"] === head.apiVersion &&
    value["kind"] === head.kind;
  return isComplete ? (value as ManifestDocument["manifest"]) : { ...value, ...head, metadata };
}

/** What is no object of Kubernetes and still configures the mesh. */
function asObject(value: unknown) {
  if (isMeshNetworks(value)) return { ...value, ...meshNetworksHead };
  if (!isEnvoyBootstrap(value)) return undefined;
  return { ...value, ...envoyHead, metadata: { name: envoyName(value) } };
}

/** What an object is whose own text does not say it. */
export interface ListHead {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** The API server leaves out of items what their list already says. */
function headOf(value: unknown, from: ListHead) {
  if (!isPlainObject(value)) return undefined;
  const apiVersion = value["apiVersion"] ?? from.apiVersion;
  const kind = value["kind"] ?? from.kind;
  if (typeof apiVersion !== "string" || typeof kind !== "string") return undefined;
  return apiVersion === "" || kind === "" ? undefined : { apiVersion, kind };
}

function noObject({ locate, document }: FileValue, path: Path) {
  return {
    code: "HED2010",
    severity: "error",
    path,
    message: `document ${String(document + 1)} is no object of Kubernetes: it needs a text for apiVersion and for kind`,
    fix: "add apiVersion and kind, or leave the file out",
    position: locate(path),
  } as const;
}

function badMetadata({ locate }: FileValue, path: Path, kind: string) {
  return {
    code: "HED2010",
    severity: "error",
    path,
    message: `the metadata of this ${kind} is no map`,
    fix: "write metadata as a map with a name",
    position: locate(path),
  } as const;
}
