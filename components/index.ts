/**
 * The Pulumi components: a mesh model on a real cluster. Modules of `@pulumi/kubernetes` are imported one by one, by
 * their deep paths: what nobody uses is not loaded.
 */
export type { ControlPlaneArgs, MeshConfig, ProxyKind, Quantities } from "./control-plane-args.ts";
export { ControlPlane } from "./control-plane.ts";
export type { EdgeProxyArgs, EdgeProxySite, EdgeTransforms } from "./edge-proxy-args.ts";
export { EdgeProxy } from "./edge-proxy.ts";
export { GatewayCertificate, type GatewayCertificateArgs } from "./gateway-certificate.ts";
export type { GatewayServiceType, GatewayValues, GatewayWorkloadArgs } from "./gateway-values.ts";
export { Gateway, type GatewayArgs } from "./gateway.ts";
export type { LoginSecrets } from "./login-secrets.ts";
export type { ManifestTransforms } from "./manifest-transforms.ts";
export type { Values } from "./merge-values.ts";
export { Mesh, type MeshArgs } from "./mesh.ts";
export { MeshService, type MeshServiceArgs } from "./mesh-service.ts";
export { MeshTrust, type MeshTrustArgs } from "./mesh-trust.ts";
export {
  RateLimitService,
  type RateLimitServiceArgs,
  type RateLimitTransforms,
} from "./rate-limit-service.ts";
export { RawManifests, type RawManifestsArgs } from "./raw-manifests.ts";
