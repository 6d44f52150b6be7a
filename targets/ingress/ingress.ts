import type { Json, Manifest, RouteNode, ServiceNode } from "../../graph/index.ts";
import type { Gateway, GatewayHost } from "../../model/index.ts";
import { httpPorts, versionServiceName } from "../gateway-api/references.ts";
import { ingressPaths } from "./ingress-paths.ts";

/** A host of a gateway with the service that answers for it. */
export interface ServedHost {
  readonly host: GatewayHost;
  readonly service: ServiceNode;
  /** The service's route at the gateway. */
  readonly route: RouteNode;
}

/**
 * The Ingress of a gateway in one namespace: its backends are Services of that namespace, and its Secrets as well. See
 * https://kubernetes.io/docs/concepts/services-networking/ingress/.
 */
export function ingress(
  { name }: Gateway,
  namespace: string,
  served: readonly ServedHost[],
  className: string,
): Manifest {
  const tls = served.flatMap(({ host }) => hostTls(host));
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name, namespace },
    spec: {
      ingressClassName: className,
      ...(tls.length === 0 ? {} : { tls }),
      rules: served.map((each) => ({
        host: each.host.host,
        http: { paths: backendPaths(each) },
      })),
    },
  };
}

function hostTls({ host, tls }: GatewayHost): readonly Json[] {
  if (tls?.mode !== "terminate") return [];
  // One certificate a host: of several the first one.
  return tls.secrets.slice(0, 1).map((secretName) => ({ hosts: [host], secretName }));
}

function backendPaths({ service, route }: ServedHost): readonly Json[] {
  const number = httpPorts(service)[0]?.number ?? 0;
  return ingressPaths(route).map(({ path, pathType, version }) => {
    const name = version === undefined ? service.name : versionServiceName(service.name, version);
    return { path, pathType, backend: { service: { name, port: { number } } } };
  });
}
