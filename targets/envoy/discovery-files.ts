import { createHash } from "node:crypto";
import { discoveryKinds, liveFile, type DiscoveryKind } from "./delivery.ts";
import type { EdgeConfig } from "./edge-config.ts";
import { typed, type Fields, type Resource } from "./fields.ts";

const types = {
  clusters: "envoy.config.cluster.v3.Cluster",
  listeners: "envoy.config.listener.v3.Listener",
  routes: "envoy.config.route.v3.RouteConfiguration",
  secrets: "envoy.extensions.transport_sockets.tls.v3.Secret",
} as const satisfies Record<DiscoveryKind, string>;

/** What one file says: resources of one kind, and a version that is a hash of them. */
export type DiscoveryFile = Fields & {
  readonly version_info: string;
  readonly resources: readonly Fields[];
};

/**
 * The files from which a running proxy takes its resources, by name. Equal resources give equal files with equal
 * versions, whoever made them.
 */
export function discoveryFiles(
  config: Pick<EdgeConfig, DiscoveryKind>,
): Readonly<Record<string, DiscoveryFile>> {
  const files = discoveryKinds.flatMap((kind) => {
    // Also without any resource there is a file, or the proxy would wait for it.
    if (kind === "clusters" || kind === "listeners") {
      return [[liveFile(kind, ""), discoveryFile(kind, config[kind])] as const];
    }
    return config[kind].map((each) => {
      return [liveFile(kind, each.name), discoveryFile(kind, [each])] as const;
    });
  });
  return Object.fromEntries(files);
}

/** The content of one file. */
export function discoveryFile(kind: DiscoveryKind, resources: readonly Resource[]): DiscoveryFile {
  const hash = createHash("sha256").update(JSON.stringify(resources)).digest("hex");
  return {
    version_info: hash.slice(0, 16),
    resources: resources.map((each) => typed(types[kind], each)),
  };
}
