import type { ProviderResource } from "@pulumi/pulumi";
import type { EdgePlacement, EdgePods } from "../edge/index.ts";
import type { Manifest } from "../graph/index.ts";
import type { MeshDefinition, ServicesOf, SiteLimits, SiteRoutes } from "../model/index.ts";
import type { LoadedMesh } from "../source/load-mesh.ts";
import type { EdgeSite } from "../targets/envoy/index.ts";
import type { Feature } from "../targets/features.ts";

/** One site: what its proxies do, where and how they run. */
export type EdgeProxySite<Services = ServicesOf<MeshDefinition>> = EdgePlacement<Services> &
  EdgeProxySiteSettings<Services>;

export interface EdgeProxySiteSettings<Services = ServicesOf<MeshDefinition>>
  extends EdgeSite, Pick<EdgePods, "serviceType" | "resources" | "identitySecret"> {
  /**
   * What differs here in routes, by service behind the gateway: what is said replaces that part of the route, a split as
   * a whole. Default: nothing, the same routes everywhere.
   */
  readonly routes?: SiteRoutes<Services>;
  /**
   * How many requests each proxy takes here, by service behind the gateway, instead of the service's local limits: a place
   * with more proxies, or with less behind them. What is counted for all places together stays. Default: the mesh's.
   */
  readonly requestLimits?: SiteLimits<Services>;
  /** Default: the gateway's. It must exist. */
  readonly namespace?: string;
  /**
   * The cluster of the site. Default: the component's own, which is also the services'; a site in another cluster says
   * where they are (`endpoints`).
   */
  readonly provider?: ProviderResource;
}

export interface EdgeProxyArgs<
  Site extends string = string,
  Source extends MeshDefinition | LoadedMesh = MeshDefinition | LoadedMesh,
> {
  /** The mesh as `defineMesh` or `loadMesh` gives it. */
  readonly mesh: Source;
  /** Name of the gateway that every site serves. Default: the only one. */
  readonly gateway?: string;
  /** By name. The same routes at each, but for what a site says of its own. */
  readonly sites: Readonly<Record<Site, EdgeProxySite<ServicesOf<Source>>>>;
  /**
   * The order in which sites change, each stage a list of sites, every site once: `[["fra"], ["nyc", "sfo"]]`. A stage
   * begins when everything of the one before is applied and its pods are ready; when one fails, later sites keep what
   * they have. Default: all at once.
   */
  readonly stages?: readonly (readonly NoInfer<Site>[])[];
  /** What may be lost because a proxy at the edge cannot do it, by name. Default: nothing. */
  readonly acceptLosses?: readonly Feature[];
  /** Image with Envoy. Default Envoy's own of the release that the configuration is tested with. */
  readonly image?: string;
  /** Last changes to single objects, by kind. Name and namespace must stay. */
  readonly transform?: EdgeTransforms;
}

/** The way to every upstream field: one hook per kind. */
export type EdgeTransforms = {
  readonly [Kind in "serviceAccount" | "configMap" | "deployment" | "daemonSet" | "service"]?: (
    manifest: Manifest,
  ) => Manifest;
};
