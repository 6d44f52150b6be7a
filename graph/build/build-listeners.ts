import type { Mesh } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import type { ListenerNode } from "../graph.ts";

/** One listener a host of a gateway. */
export function buildListeners(mesh: Mesh, origin: OriginOf): readonly ListenerNode[] {
  return Object.values(mesh.gateways).flatMap((gateway) =>
    gateway.hosts.map(({ host, tlsSecret }) => ({
      gateway: `${gateway.namespace}/${gateway.name}`,
      host,
      tls: tlsSecret !== undefined,
      origin: origin(["gateways", gateway.name, "hosts", host]),
    })),
  );
}
