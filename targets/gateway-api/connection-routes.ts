import type { ConnectionMatch, Json, Manifest, RouteNode, ServiceNode } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import { backendRefs } from "./backend-refs.ts";
import { apiVersion, tcpListener, tlsListener } from "./references.ts";

/** Most listeners that one route can be attached to, and most host names that it can have. */
const mostParents = 16;

/**
 * The routes of connections at a gateway: a TLSRoute by the name that clients ask for, a TCPRoute for all that comes in
 * at a listener. Only the weights of the last rule reach connections.
 */
export function connectionRoutes(
  { name, namespace, hosts, rules }: RouteNode,
  { gateway, service }: { readonly gateway: Gateway; readonly service: ServiceNode },
  { by, port, to }: ConnectionMatch,
): readonly Manifest[] {
  const listener = gateway.tcp.find((each) => each.port === port);
  const places = listener === undefined ? hosts : ["*"];
  const target = { service, services: [service], port: to, from: namespace };
  const refs = backendRefs(rules.at(-1)?.destinations ?? [], target);
  const count = Math.ceil(places.length / mostParents);
  return Array.from({ length: count }, (_, index): Manifest => {
    const own = places.slice(index * mostParents, (index + 1) * mostParents);
    const sections = listener === undefined ? own.map(tlsListener) : [tcpListener(listener.name)];
    return {
      apiVersion,
      kind: by === "sni" ? "TLSRoute" : "TCPRoute",
      metadata: { name: index === 0 ? name : `${name}-${String(index + 1)}`, namespace },
      spec: {
        parentRefs: sections.map((sectionName): Json => ({ name: gateway.name, sectionName })),
        ...(by === "sni" ? { hostnames: own } : {}),
        rules: [{ backendRefs: refs }],
      },
    };
  });
}
