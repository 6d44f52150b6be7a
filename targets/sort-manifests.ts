import type { Manifest } from "../graph/index.ts";

/** `Kind namespace/name`, the name of an object for people. */
export function manifestName({ kind, metadata }: Manifest): string {
  return metadata.namespace === undefined
    ? `${kind} ${metadata.name}`
    : `${kind} ${metadata.namespace}/${metadata.name}`;
}

/** Brings manifests into the order of the kinds, then of namespace and name: equal meshes give equal bytes. */
export function sortManifests(
  manifests: readonly Manifest[],
  kinds: readonly string[],
): readonly Manifest[] {
  return [...manifests].sort(
    (a, b) =>
      kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || compare(manifestName(a), manifestName(b)),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
