import { gatewaySpec } from "../../graph/kinds/gateway.ts";
import { kubernetesGatewaySpec } from "../../graph/kinds/gateway-api.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";

/** The hosts of a Gateway that a VirtualService of a namespace may use. */
export function gatewayHostsFor(gateway: KubernetesObject, namespace: string): readonly string[] {
  const hosts = (gatewaySpec(gateway)?.servers ?? []).flatMap((server) => server.hosts ?? []);
  return hosts.flatMap((host) => {
    const slash = host.indexOf("/");
    if (slash < 0) return [host];
    const said = host.slice(0, slash);
    const scope = said === "." ? gateway.namespace : said;
    return scope === "*" || scope === namespace ? [host.slice(slash + 1)] : [];
  });
}

/** The hosts of a Gateway of the Gateway API, whose listeners without one take every host. */
export function listenerHosts(gateway: KubernetesObject): readonly string[] {
  const listeners = kubernetesGatewaySpec(gateway)?.listeners ?? [];
  return listeners.map(({ hostname }) => hostname ?? "*").map((each) => (each === "" ? "*" : each));
}

/** Whether two hosts have something in common, where each can be a wildcard (`*`, `*.example.com`). */
export function hostsMeet(one: string, other: string): boolean {
  if (one.startsWith("*") && other.startsWith("*")) {
    return one.endsWith(other.slice(1)) || other.endsWith(one.slice(1));
  }
  if (one.startsWith("*")) return other.endsWith(one.slice(1));
  if (other.startsWith("*")) return one.endsWith(other.slice(1));
  return one === other;
}
