import { gatewaySpec } from "../../graph/kinds/gateway.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import type { Labels } from "../access/selector-target.ts";

/** A host that one server of a Gateway listens for. */
export interface Claim {
  readonly object: KubernetesObject;
  readonly selector: Labels;
  /** Index of the server, and of the host in it. */
  readonly server: number;
  readonly place: number;
  readonly host: string;
  readonly port: number;
  /** Equal for claims of one host on one port and address. */
  readonly key: string;
}

/** Everything that a Gateway listens for. A server without a port listens for nothing. */
export function claimsOf(object: KubernetesObject): readonly Claim[] {
  const { selector = {}, servers = [] } = gatewaySpec(object) ?? {};
  return servers.flatMap(({ hosts = [], port, bind = "" }, server) =>
    hosts.flatMap((host, place) => {
      const number = port?.number;
      if (number === undefined) return [];
      const key = `${String(number)} ${bind} ${host}`;
      return { object, selector, server, place, host, port: number, key };
    }),
  );
}
