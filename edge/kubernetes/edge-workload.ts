import type { ServiceDefinition, VersionName } from "../../model/index.ts";

/**
 * Where the proxies of a site run, and which way they lead. `replicas`: so many, wherever there is room, behind one name.
 * `every-node`: one on each node, which is how bare machines get a door of their own. `sidecar`: one in each pod of a
 * service. `egress`: so many before what is outside.
 */
export type EdgePlacement<Services = AnyServices> =
  | {
      readonly placement?: "replicas" | undefined;
      /** Default 2: one may be replaced while the other serves. */
      readonly replicas?: number | undefined;
      readonly hostPorts?: never;
      readonly beside?: never;
    }
  | {
      readonly placement: "every-node";
      /**
       * Opens ports 80 and 443 of the node itself. Default false. A new proxy then has to wait for the port of the old
       * one, so a change of the bootstrap interrupts one node at a time.
       */
      readonly hostPorts?: boolean | undefined;
      readonly replicas?: never;
      readonly beside?: never;
    }
  | SidecarPlacement<Services>
  | {
      /** Its gateway is of kind `egress`, by default the only one: it forwards to the services outside that go through it. */
      readonly placement: "egress";
      /** Default 2. */
      readonly replicas?: number | undefined;
      readonly hostPorts?: never;
      readonly beside?: never;
      /** Always within the cluster: to the world it would be an open proxy. */
      readonly serviceType?: never;
      /** Requests to services outside are not routed. */
      readonly routes?: never;
      readonly requestLimits?: never;
    };

type AnyServices = Readonly<Record<string, ServiceDefinition>>;

type SidecarPlacement<Services> = {
  readonly [Name in keyof Services & string]: BesideService<Name> & BesideVersion<Services[Name]>;
}[keyof Services & string];

interface BesideService<Name extends string> {
  readonly placement: "sidecar";
  /**
   * The service in whose pods the proxies are; the gateway leads to it. They reach it by loopback. Who makes its
   * Deployment adds them with `EdgeProxy.sidecars`.
   */
  readonly beside: Name;
  readonly replicas?: never;
  readonly hostPorts?: never;
}

/** The version of the pods, exactly where the service has versions: whoever gets there gets that one. */
type BesideVersion<Service> = [VersionName<Service>] extends [never]
  ? { readonly version?: never }
  : string extends VersionName<Service>
    ? { readonly version?: string }
    : { readonly version: VersionName<Service> };

/** How a proxy runs on Kubernetes. */
export type EdgeWorkload = EdgePlacement & EdgePods;

/** What holds for a site's proxies wherever they run. */
export interface EdgePods {
  /** Name of its objects. */
  readonly name: string;
  readonly namespace: string;
  /** Image with Envoy as `envoy` on its path. Default Envoy's own, without a shell. */
  readonly image?: string | undefined;
  /** How the proxy is reached. Default `ClusterIP`: nothing is opened to the world unless somebody says so. */
  readonly serviceType?: "ClusterIP" | "LoadBalancer" | "NodePort" | undefined;
  /** What each instance asks of its node. Default 100m and 128Mi. */
  readonly resources?: { readonly cpu?: string; readonly memory?: string } | undefined;
  /** Secret with the proxy's identity: `tls.crt`, `tls.key` and `ca.crt`. Default `<name>-identity`. */
  readonly identitySecret?: string | undefined;
}

/** The release of Envoy that the configuration is tested with. */
export const defaultImage = "docker.io/envoyproxy/envoy:distroless-v1.40.0";

/** Labels of a proxy's pods. */
export function edgeLabels({ name }: Pick<EdgeWorkload, "name">): { app: string } {
  return { app: name };
}
