/**
 * Compiles the gateways of a mesh into configuration for Envoy proxies without a control plane, one a site. One
 * function an output kind, each usable alone.
 */
export { bootstrap } from "./bootstrap.ts";
export { cluster, clusterName, type ClusterContext } from "./cluster.ts";
export { compileEnvoy, type EdgeSites } from "./compile-envoy.ts";
export {
  discoveryKinds,
  kindOfFile,
  liveFile,
  type Delivery,
  type DiscoveryKind,
  type FileDelivery,
} from "./delivery.ts";
export { discoveryFile, discoveryFiles, type DiscoveryFile } from "./discovery-files.ts";
export { edgeConfig, type EdgeConfig } from "./edge-config.ts";
export type {
  EdgeIdentity,
  EdgeLimits,
  EdgeSite,
  ListenSettings,
  ResolvedSite,
} from "./edge-site.ts";
export { portOf } from "./endpoints-of.ts";
export { createEnvoyTarget, envoyTarget } from "./envoy-target.ts";
export type { Fields, Resource } from "./fields.ts";
export { resolveSite } from "./resolve-site.ts";
export { secretFiles } from "./secret.ts";
export type * from "./site/filter-settings.ts";
export type * from "./site/http-settings.ts";
export type * from "./site/server-address.ts";
export { siteKeys } from "./site/site-schema.ts";
export type * from "./site/service-settings.ts";
export type * from "./site/telemetry-settings.ts";
