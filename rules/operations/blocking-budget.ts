import {
  podDisruptionBudgetSpec,
  podDisruptionBudgetType,
  type PodDisruptionBudgetSpec,
} from "../../graph/kinds/pod-disruption-budget.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";
import { fewestReplicas } from "./fewest-replicas.ts";

/** A disruption budget lets at least one pod go. */
export const blockingBudget: Rule = {
  id: "operations/blocking-budget",
  code: "HED4180",
  severity: "warning",
  summary: "a disruption budget lets at least one pod go",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, podDisruptionBudgetType)) {
      const spec = podDisruptionBudgetSpec(object);
      const reason = spec && reasonFor(graph, object, spec);
      if (reason === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `${reason}, so that no pod may ever be evicted`,
        fix: "allow one pod to be away (maxUnavailable: 1), and run at least two instances",
      });
    }
  },
};

function reasonFor(
  graph: ObjectGraph,
  object: KubernetesObject,
  { minAvailable: min, maxUnavailable: max, selector }: PodDisruptionBudgetSpec,
): string | undefined {
  if (max === 0 || max === "0%" || max === "0") return `maxUnavailable is ${String(max)}`;
  if (min === "100%") return "minAvailable is 100%";
  const [label] = Object.entries(selector?.matchLabels ?? {});
  if (typeof min !== "number" || min < 1 || label === undefined) return undefined;
  const [key, value] = label;
  const pods = podsSelectedBy(graph, object.namespace, { [key]: value }).filter(({ labels }) =>
    matchesSelector(selector, labels),
  );
  let total = 0;
  for (const pod of pods) {
    const replicas = fewestReplicas(graph, pod);
    if (replicas === undefined) return undefined;
    total += replicas;
  }
  return total === 0 || min < total
    ? undefined
    : `minAvailable is ${String(min)}, and the workloads have ${String(total)} instance(s) at the least`;
}
