import { meshConfig, rootNamespace } from "../../graph/objects/mesh-config.ts";
import { findNamespace, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { policiesOf, type Policy } from "../change/access-scopes.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads, isControlPlane } from "../workloads/checked-workloads.ts";
import { policiesFor } from "./policies-for.ts";

/** What nobody allows in a namespace is refused: a policy for all of its workloads says so. */
export const noDefaultDeny: Rule = {
  id: "access/no-default-deny",
  code: "HED4730",
  severity: "info",
  summary: "in a namespace of the mesh, what nobody allows is refused",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const policies = policiesOf(graph);
    // Without a policy and without the mesh, the input says nothing of access at all.
    if (policies.length === 0 && meshConfig(graph).object === undefined) return;
    const closed = new Set(policies.filter(closes).map(({ namespace }) => namespace));
    if (closed.has(undefined)) return;
    // Where others of the namespace have a policy, `access/workload-uncovered` speaks of the rest.
    const judged = new Set(policies.map(({ object }) => object.namespace));
    const unjudged = checkedWorkloads(graph).filter(({ namespace }) => !judged.has(namespace));
    const open = unjudged.filter(
      (pod) => isMeshed(graph, pod) && policiesFor(graph, pod).length === 0,
    );
    for (const [namespace, [first]] of Map.groupBy(open, (pod) => pod.namespace)) {
      if (first === undefined || closed.has(namespace)) continue;
      const example = `${first.object.kind} ${first.name}`;
      find({
        outcome: "fail",
        origin: findNamespace(graph, namespace)?.origin() ?? first.origin(["metadata"]),
        message: `namespace ${namespace} has no AuthorizationPolicy for all of its workloads: everybody in the mesh may call ${example}, which no other policy is for`,
        fix: `add an AuthorizationPolicy with an empty spec to ${namespace}, and one for each call that is meant`,
      });
    }
  },
};

/** Whether a policy refuses, for all workloads of its namespace, what nothing allows. */
function closes({ action, labels, target, spec }: Policy): boolean {
  if (target !== "" || Object.keys(labels).length > 0) return false;
  if (action === "ALLOW") return true;
  return action === "DENY" && (spec.rules ?? []).some((rule) => Object.keys(rule).length === 0);
}

/** Whether it is an application of the mesh: gateways and the control plane are for others to call. */
function isMeshed(graph: ObjectGraph, pod: VirtualPod): boolean {
  return (
    (pod.mode === "sidecar" || pod.mode === "ambient") &&
    pod.namespace !== rootNamespace(graph) &&
    !isControlPlane(pod) &&
    pod.containers.some(({ name }) => name !== "istio-proxy")
  );
}
