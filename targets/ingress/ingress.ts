import type { Json, Manifest, ServiceNode } from "../../graph/index.ts";
import type { Gateway, GatewayHost } from "../../model/index.ts";
import { httpPorts, versionServiceName } from "../gateway-api/references.ts";
import type { IngressPath } from "./ingress-paths.ts";

/** A host of a gateway, as far as it leads to services of one namespace. */
export interface ServedHost {
  readonly host: GatewayHost;
  readonly namespace: string;
  readonly backends: readonly ServedPath[];
}

/** A path and the service that answers for it. */
export interface ServedPath extends Omit<IngressPath, "service"> {
  readonly service: ServiceNode;
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

function backendPaths({ backends }: ServedHost): readonly Json[] {
  return backends.map(({ service, path, pathType, version, port }) => {
    const number = port ?? httpPorts(service)[0]?.number ?? 0;
    const name = version === undefined ? service.name : versionServiceName(service.name, version);
    return { path, pathType, backend: { service: { name, port: { number } } } };
  });
}
