import type { FileDelivery } from "../../targets/envoy/index.ts";

/** Where things are in the proxy's container. */
export const paths = {
  bootstrap: "/etc/heddle-edge/bootstrap",
  live: "/etc/heddle-edge/live",
  certificates: "/etc/heddle-edge/certificates",
  identity: "/etc/heddle-edge/identity",
} as const;

/**
 * Delivery by a mounted ConfigMap: kubelet changes all its files at once, by moving a link in its folder, and the proxy
 * watches that folder.
 */
export const kubernetesDelivery: FileDelivery = {
  kind: "files",
  folder: paths.live,
  watched: paths.live,
};
