import type { Mesh } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import type { ListenerNode } from "../graph.ts";

/** One listener a host of a gateway, and one a port that takes every connection. */
export function buildListeners(mesh: Mesh, origin: OriginOf): readonly ListenerNode[] {
  return Object.values(mesh.gateways).flatMap(({ namespace, name, hosts, tcp }) => {
    const gateway = `${namespace}/${name}`;
    return [
      ...hosts.map(({ host, tls }) => ({
        gateway,
        host,
        tls: tls !== undefined,
        origin: origin(["gateways", name, "hosts", host]),
      })),
      ...tcp.map((listener) => ({
        gateway,
        host: "*",
        tls: false,
        origin: origin(["gateways", name, "tcp", listener.name]),
      })),
    ];
  });
}
