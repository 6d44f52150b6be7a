import type { MeshDefinition } from "../model/index.ts";
import type { LoadedMesh } from "../source/load-mesh.ts";
import type { MeshTrust } from "./mesh-trust.ts";
import type { Values } from "./merge-values.ts";

/**
 * Which Envoy the sidecars and gateways run. `istio`: the proxy image of an Istio release, with Istio's own filters.
 * `envoy`: upstream Envoy, which refuses every configuration that names one of them, so istiod is told to send none;
 * the price is Istio's metrics (`istio_requests_total`); Envoy's own remain.
 */
export type ProxyKind = "istio" | "envoy";

/** Kubernetes quantities, for example `{ cpu: "500m", memory: "2Gi" }`. */
export interface Quantities {
  readonly cpu?: string;
  readonly memory?: string;
}

export interface ControlPlaneArgs {
  /** What of a mesh is a setting of its control plane: trust domain, aliases, providers. What is said below wins. */
  readonly mesh?: MeshDefinition | LoadedMesh | undefined;
  /** Folder of Istio's official charts: `base`, `gateway` and `istiod` (in Istio's source `istio-control/istio-discovery`). */
  readonly charts: string;
  /** SPIFFE trust domain. Changing it later is a migration. Default: Istio's, `cluster.local`. */
  readonly trustDomain?: string | undefined;
  /** The mesh's own authority. Default: istiod makes a self-signed one that only it knows. */
  readonly trust?: MeshTrust | undefined;
  /** Default `istio-system`. It is made, labelled and owned by this component. */
  readonly namespace?: string | undefined;
  /** Registry and folder of the images. Default: the charts'. */
  readonly hub?: string | undefined;
  /** Tag of the images. Default: the charts'. */
  readonly tag?: string | undefined;
  /** Runs beside other control planes under this name: letters, digits and dashes. Default: the only one. */
  readonly revision?: string | undefined;
  /** Instances of istiod. From two on they have a disruption budget. Default 1. */
  readonly replicas?: number | undefined;
  /** What istiod asks of its node. Default: the chart's, 500m and 2Gi. */
  readonly resources?: Quantities | undefined;
  /** What each sidecar and gateway asks of its node. Default: the chart's, 100m and 128Mi. */
  readonly proxyResources?: Quantities | undefined;
  /** Default `istio`. */
  readonly proxy?: ProxyKind | undefined;
  readonly meshConfig?: MeshConfig | undefined;
  /** Any value of the istiod chart; wins over everything above. */
  readonly values?: Values | undefined;
}

/** The mesh-wide settings that this project has an opinion on. https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/ */
export interface MeshConfig {
  /** What may leave the mesh. `registry-only`: hosts that the mesh knows. Default `allow-any`, as Istio. */
  readonly outboundTraffic?: "allow-any" | "registry-only";
  /** Start the application only when its proxy can carry traffic. Default true; Istio's is false. */
  readonly holdApplicationUntilProxyStarts?: boolean;
  /** Where proxies write access logs, for example `/dev/stdout`. Default: nowhere. */
  readonly accessLogFile?: string;
  /** Any field of Istio's MeshConfig, in its own words; wins over everything above. */
  readonly raw?: Values;
}
