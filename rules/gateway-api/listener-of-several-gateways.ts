import { kubernetesGatewaySpec, kubernetesGatewayType } from "../../graph/kinds/gateway-api.ts";
import { isSameObject } from "../../graph/objects/is-same-object.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/**
 * One Gateway serves a hostname on a port. With two, the name resolves to either, and their routes differ. Gateways that
 * say themselves how they are told apart (a class, addresses, infrastructure) are meant for different clients, as an
 * internal and a public one are.
 */
export const listenerOfSeveralGateways: Rule = {
  id: "gateway-api/listener-of-several-gateways",
  code: "HED4664",
  severity: "warning",
  summary: "one Gateway serves a hostname on a port",
  covers: ["KIA1501"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const places = new Map<
      string,
      { readonly object: KubernetesObject; readonly index: number }[]
    >();
    for (const object of objectsOf(graph, kubernetesGatewayType)) {
      for (const [index, each] of (kubernetesGatewaySpec(object)?.listeners ?? []).entries()) {
        const { hostname, port, protocol = "" } = each;
        if (hostname === undefined || port === undefined) continue;
        const key = `${hostname} on port ${String(port)} (${protocol})`;
        const there = places.get(key) ?? [];
        places.set(key, there);
        there.push({ object, index });
      }
    }
    for (const [key, listeners] of places) {
      for (const { object, index } of listeners) {
        const other = listeners.find(
          (each) =>
            !isSameObject(each.object, object) && audience(each.object) === audience(object),
        );
        if (other === undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "listeners", index, "hostname"]),
          message: `serves ${key}, and so does Gateway ${other.object.namespace}/${other.object.name}`,
          fix: "serve the hostname from one Gateway",
        });
      }
    }
  },
};

/** What a Gateway says of whom it is for. */
function audience(object: KubernetesObject): string {
  const { gatewayClassName, addresses, infrastructure } = kubernetesGatewaySpec(object) ?? {};
  return JSON.stringify([gatewayClassName, addresses, infrastructure]);
}
