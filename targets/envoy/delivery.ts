/**
 * How a proxy gets its configuration. `static`: one file, read once at the start. `files`: a small bootstrap, and the
 * rest from files that are moved into place and taken up by the running proxy.
 */
export type Delivery = { readonly kind: "static" } | FileDelivery;

export interface FileDelivery {
  readonly kind: "files";
  /** Folder of the files, as the proxy sees it. It may be a link. */
  readonly folder: string;
  /** Folder in which something is moved when the files change: where the link lies. */
  readonly watched: string;
}

/** The kinds of resources that a running proxy takes from files. */
export const discoveryKinds = ["clusters", "listeners", "routes", "secrets"] as const;
export type DiscoveryKind = (typeof discoveryKinds)[number];

/**
 * Name of the file with a resource. Clusters and listeners share one each; route configurations and secrets have one of
 * their own, because Envoy takes no file with several of them.
 */
export function liveFile(kind: DiscoveryKind, resource: string): string {
  if (kind === "clusters" || kind === "listeners") return `${kind}.json`;
  return `${kind}_${resource.replaceAll(/[:/]/g, "_")}.json`;
}

/** The kind of resources that a file holds, by its name. */
export function kindOfFile(file: string): DiscoveryKind | undefined {
  return discoveryKinds.find((kind) => file === `${kind}.json` || file.startsWith(`${kind}_`));
}
