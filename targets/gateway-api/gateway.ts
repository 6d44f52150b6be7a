import type { Json, Manifest } from "../../graph/index.ts";
import type { Gateway, GatewayHost } from "../../model/index.ts";
import { apiVersion, httpListener, httpsListener, tcpListener, tlsListener } from "./references.ts";

/** Most listeners that a Gateway can have. */
export const mostListeners = 64;

/**
 * A gateway's listeners: one for plain HTTP, whose hosts are those of its routes, where any host needs it; one for each
 * host with TLS; one for each port of plain TCP. Only routes of the gateway's own namespace are let in.
 */
export function gateway(definition: Gateway, className: string): Manifest {
  const { name, namespace } = definition;
  return {
    apiVersion,
    kind: "Gateway",
    metadata: { name, namespace },
    spec: { gatewayClassName: className, listeners: listenersOf(definition) },
  };
}

/** The listeners of a gateway. */
export function listenersOf({ hosts, ports, tcp }: Gateway): readonly Json[] {
  const listeners: Json[] = [];
  const allowedRoutes = { namespaces: { from: "Same" } };
  if (hosts.some(({ http }) => http !== "refuse")) {
    listeners.push({ name: httpListener, port: ports.http, protocol: "HTTP", allowedRoutes });
  }
  for (const each of hosts) {
    if (each.tls === undefined) continue;
    const isHttp = each.carries === "requests";
    listeners.push({
      name: isHttp ? httpsListener(each.host) : tlsListener(each.host),
      port: ports.https,
      protocol: isHttp ? "HTTPS" : "TLS",
      hostname: each.host,
      tls: listenerTls(each),
      allowedRoutes,
    });
  }
  for (const { name, port } of tcp) {
    listeners.push({ name: tcpListener(name), port, protocol: "TCP", allowedRoutes });
  }
  return listeners;
}

function listenerTls({ tls }: GatewayHost): Json {
  if (tls?.mode !== "terminate") return { mode: "Passthrough" };
  return {
    mode: "Terminate",
    certificateRefs: tls.secrets.map((name): Json => ({ kind: "Secret", name })),
  };
}
