import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { podsIn, podsSelectedBy, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { hasTarget, isForAll, labelsOf } from "./sources-of.ts";

/** Where a namespace has access rules for chosen workloads, none of its workloads is left out. */
export const workloadUncovered: Rule = {
  id: "access/workload-uncovered",
  code: "HED4559",
  severity: "info",
  summary: "where access rules hold for some workloads of a namespace, they hold for all",
  covers: ["KIA1301"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const { whole, chosen } = coverage(graph);
    if (whole.has(rootNamespace(graph))) return;
    for (const [namespace, covered] of chosen) {
      if (whole.has(namespace) || namespace === rootNamespace(graph)) continue;
      for (const pod of podsIn(graph, namespace)) {
        if (covered.has(pod) || pod.mode !== "sidecar" || runsToEnd.has(pod.object.kind)) continue;
        find({
          outcome: "fail",
          origin: pod.origin(["metadata", "labels"]),
          message: `no AuthorizationPolicy is for ${pod.object.kind} ${pod.name}, while others of namespace ${namespace} have one: everybody may call it`,
          fix: "add an AuthorizationPolicy for it, or one without rules for the whole namespace",
        });
      }
    }
  },
};

const runsToEnd: ReadonlySet<string> = new Set(["Job", "CronJob"]);

/** Namespaces with a policy for everything, and for the others the pods that policies select. */
const coverage = perGraph((graph: ObjectGraph) => {
  const whole = new Set<string>();
  const chosen = new Map<string, Set<VirtualPod>>();
  for (const object of objectsOf(graph, authorizationPolicyType)) {
    const { namespace } = object;
    const spec = authorizationPolicySpec(object);
    // What targets a waypoint or a gateway says nothing of single workloads.
    if (spec === undefined || hasTarget(spec) || isForAll(spec)) whole.add(namespace);
    else {
      const pods = chosen.get(namespace) ?? new Set();
      chosen.set(namespace, pods);
      for (const pod of podsSelectedBy(graph, namespace, labelsOf(spec))) pods.add(pod);
    }
  }
  return { whole, chosen };
});
