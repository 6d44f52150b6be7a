import { networkPolicyType } from "../../graph/kinds/network-policy.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "../workloads/checked-workloads.ts";
import { networkPoliciesOf } from "../workloads/network-policies.ts";

/** Where a namespace has NetworkPolicies for what comes in, no workload of the mesh is left out. */
export const uncoveredByNetworkPolicy: Rule = {
  id: "access/uncovered-by-network-policy",
  code: "HED4768",
  severity: "info",
  summary: "where NetworkPolicies hold for some workloads of a namespace, they hold for all",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const namespaces = new Set(
      objectsOf(graph, networkPolicyType).map(({ namespace }) => namespace),
    );
    if (namespaces.size === 0) return;
    for (const pod of checkedWorkloads(graph)) {
      if (!namespaces.has(pod.namespace) || pod.mode === "none" || pod.mode === undefined) continue;
      if (networkPoliciesOf(graph, pod, "Ingress") !== undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "labels"]),
        message: `no NetworkPolicy is for what comes in to ${pod.object.kind} ${pod.name}, while others of namespace ${pod.namespace} have one`,
        fix: "add a NetworkPolicy for it, or one for the whole namespace",
      });
    }
  },
};
