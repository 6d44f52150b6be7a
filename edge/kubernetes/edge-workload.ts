/** How a proxy runs on Kubernetes. */
export interface EdgeWorkload {
  /** Name of its objects. */
  readonly name: string;
  readonly namespace: string;
  /** Default 2: one may be replaced while the other serves. */
  readonly replicas?: number | undefined;
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
