import { gatewaySpec, gatewayType } from "../../graph/kinds/gateway.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { publicBalancersOf } from "./public-balancers.ts";
import { isSensitiveHost, plainHost } from "./sensitive-hosts.ts";

/** A gateway for the own network has no load balancer that the internet reaches. */
export const internalOnInternet: Rule = {
  id: "gateway/internal-on-internet",
  code: "HED4741",
  severity: "info",
  summary:
    "the load balancer of a gateway for the own network is internal, or limited to some addresses",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const told = new Set<KubernetesObject>();
    for (const gateway of objectsOf(graph, gatewayType)) {
      for (const balancer of publicBalancersOf(graph, gateway)) {
        const sign = signOf(gateway, balancer);
        if (sign === undefined || told.has(balancer)) continue;
        told.add(balancer);
        find({
          outcome: "fail",
          origin: balancer.origin(["spec", "type"]),
          message: `the internet reaches this load balancer, and ${sign}, so that it seems to be for the own network`,
          fix: "set loadBalancerSourceRanges, or the annotation that makes the load balancer internal",
        });
      }
    }
  },
};

const forInside = /(?:^|-)(?:internal|intern|private|intranet|admin|egress|egressgateway)(?:-|$)/;

/** Why a gateway seems to be for the own network: what it is called, or that all of its hosts are. */
function signOf(gateway: KubernetesObject, balancer: KubernetesObject): string | undefined {
  const named = [gateway, balancer].find(({ name }) => forInside.test(name));
  if (named !== undefined) return `${named.kind} ${named.name} is called so`;
  const hosts = (gatewaySpec(gateway)?.servers ?? []).flatMap((each) => each.hosts ?? []);
  const [first] = hosts;
  return first !== undefined && hosts.every((each) => isSensitiveHost(plainHost(each)))
    ? `Gateway ${gateway.name} serves ${plainHost(first)}`
    : undefined;
}
