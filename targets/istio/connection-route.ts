import {
  connectionDestinations,
  type ConnectionMatch,
  type Json,
  type Manifest,
  type RouteNode,
  type ServiceNode,
} from "../../graph/index.ts";
import type { Protocol } from "../../model/index.ts";
import { ownHosts } from "./own-hosts.ts";
import { weightedDestinations } from "./weighted-destinations.ts";

/**
 * The route of connections at a gateway, where no request can be seen: by the name that clients ask for (SNI), or by
 * the gateway's port. Only the weights of the last rule reach them.
 */
export function connectionRoute(route: RouteNode, connections: ConnectionMatch): Manifest {
  const { by, port, to } = connections;
  const rule = route.rules.at(-1);
  const list = weightedDestinations(rule?.destinations ?? [], to);
  const spec: { readonly [key: string]: Json } =
    by === "sni"
      ? { tls: [{ match: [{ port, sniHosts: ownHosts(route.hosts) }], route: list }] }
      : { tcp: [{ match: [{ port }], route: list }] };
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: route.name, namespace: route.namespace },
    spec: { hosts: ownHosts(route.hosts), gateways: route.gateways, ...spec },
  };
}

/**
 * The weights of connections inside the mesh, at the ports that speak no HTTP. Those of TLS are told apart by the name
 * that clients ask for: it has to be the service's full one.
 */
export function meshConnections(
  { gateways, hosts, rules }: RouteNode,
  service: ServiceNode | undefined,
): { readonly [key: string]: Json } {
  const last = rules.at(-1);
  const list = last === undefined ? [] : connectionDestinations(last, service?.host ?? "");
  if (!gateways.includes("mesh") || list.every(({ subset }) => subset === undefined)) return {};
  const numbers = (wanted: Protocol): readonly number[] =>
    (service?.ports ?? []).flatMap(({ number, protocol }) => (protocol === wanted ? number : []));
  const route = (port: number): Json =>
    weightedDestinations(list, service?.ports.length === 1 ? undefined : port);
  const tcp = numbers("tcp").map((port): Json => ({ match: [{ port }], route: route(port) }));
  const tls = numbers("tls").map((port): Json => {
    return { match: [{ port, sniHosts: hosts }], route: route(port) };
  });
  return { ...(tls.length === 0 ? {} : { tls }), ...(tcp.length === 0 ? {} : { tcp }) };
}
