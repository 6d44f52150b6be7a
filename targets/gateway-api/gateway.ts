import type { Json, Manifest } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import { apiVersion, httpListener, httpsListener } from "./references.ts";

/** Most listeners that a Gateway can have. */
const mostListeners = 64;

/**
 * A gateway's listeners: HTTPS on 443, one for each host with a certificate, and one for HTTP on 80, whose hosts are
 * those of its routes. Only routes of the gateway's own namespace are let in.
 */
export function gateway({ name, namespace, hosts }: Gateway, className: string): Manifest {
  const listeners: Json[] = [
    { name: httpListener, port: 80, protocol: "HTTP", allowedRoutes: sameNamespace },
  ];
  for (const { host, tlsSecret } of hosts) {
    if (tlsSecret === undefined) continue;
    listeners.push({
      name: httpsListener(host),
      port: 443,
      protocol: "HTTPS",
      hostname: host,
      tls: { mode: "Terminate", certificateRefs: [{ kind: "Secret", name: tlsSecret }] },
      allowedRoutes: sameNamespace,
    });
  }
  return {
    apiVersion,
    kind: "Gateway",
    metadata: { name, namespace },
    spec: { gatewayClassName: className, listeners },
  };
}

const sameNamespace = { namespaces: { from: "Same" } } as const;

/** Most hosts with a certificate that a gateway can have: the other listener is for plain HTTP. */
export const mostSecuredHosts = mostListeners - 1;
