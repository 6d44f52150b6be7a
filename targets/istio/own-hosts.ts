import { coversHost } from "../../graph/index.ts";

/**
 * The hosts that a VirtualService must name: those that a wildcard beside them covers are left out, because Istio refuses
 * one object with both. Requests to them take the same route, and gateways go on naming every host.
 */
export function ownHosts(hosts: readonly string[]): readonly string[] {
  return hosts.filter((host) => !hosts.some((other) => coversHost(other, host)));
}
