import type { Path, Position } from "../../diagnostics/index.ts";
import type { ObjectReference, Origin } from "../graph.ts";
import type { Manifest } from "../manifest.ts";
import { isClusterScoped } from "./cluster-scoped.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import type { StackFacts } from "./stack-facts.ts";

/** Where an object comes from; `locate` is asked only for places that something is said of. */
export interface ObjectSource {
  /** Human name; default `Kind namespace/name`. */
  readonly source?: string;
  readonly urn?: string;
  readonly stack?: StackFacts;
  readonly position?: Position;
  readonly locate?: (path: Path) => Position;
}

/** Makes an object of a manifest whose unresolved parts were taken out. */
export function createObject(
  manifest: Manifest,
  from: ObjectSource,
  unresolved: readonly Path[] = allKnown,
): KubernetesObject {
  const { apiVersion, kind } = manifest;
  const slash = apiVersion.lastIndexOf("/");
  const group = slash < 0 ? "" : apiVersion.slice(0, slash);
  const type = `${group}/${kind}`;
  const metadata = asRecord(manifest.metadata);
  const name = text(metadata["name"]) ?? "(unnamed)";
  const statedNamespace = text(metadata["namespace"]);
  const namespace = statedNamespace ?? "default";
  const isOfCluster = isClusterScoped(type);
  const source = from.source ?? (isOfCluster ? `${kind} ${name}` : `${kind} ${namespace}/${name}`);
  // A namespace that is stated for an object of the cluster counts for nothing.
  const resource =
    statedNamespace === undefined || isOfCluster
      ? { kind, name }
      : { kind, namespace: statedNamespace, name };
  // Every object has all fields: there are tens of thousands, and one form of them all is fastest made and read.
  return {
    group,
    version: apiVersion.slice(slash + 1),
    kind,
    type,
    name,
    statedNamespace,
    namespace,
    labels: texts(metadata["labels"]),
    annotations: texts(metadata["annotations"]),
    raw: manifest,
    unresolved,
    stack: from.stack,
    lastAnswer: undefined,
    origin: (path = []) => createOrigin(path, source, resource, from),
  };
}

function createOrigin(
  path: Path,
  source: string,
  object: NonNullable<Origin["object"]>,
  { urn, position, locate }: ObjectSource,
): Origin {
  if (locate !== undefined) return new WrittenOrigin({ path, source, object, urn, locate });
  const plain = { path, source, object, ...(urn === undefined ? {} : { urn }) };
  return position === undefined ? plain : { ...plain, position };
}

/**
 * The position is worked out when it is asked for: a file of thousands of objects has few findings. A class, because
 * every node has an origin, and an object with a getter of its own is slow to make.
 */
class WrittenOrigin implements Origin {
  readonly path: Path;
  readonly source: string;
  readonly object: ObjectReference;
  declare readonly urn?: string;
  readonly #locate: (path: Path) => Position;

  constructor({ path, source, object, urn, locate }: Written) {
    this.path = path;
    this.source = source;
    this.object = object;
    if (urn !== undefined) this.urn = urn;
    this.#locate = locate;
  }

  get position(): Position {
    return this.#locate(this.path);
  }
}

interface Written extends Required<Pick<Origin, "path" | "source" | "object">> {
  readonly urn: string | undefined;
  readonly locate: (path: Path) => Position;
}

/** An empty text names nothing, as in Kubernetes. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

const allKnown: readonly Path[] = [];
const none: Readonly<Record<string, string>> = Object.freeze({});

function texts(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return none;
  if (Object.values(value).every(isText)) return value as Record<string, string>;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => isText(each)));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
