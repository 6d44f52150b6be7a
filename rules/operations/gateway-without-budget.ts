import {
  podDisruptionBudgetSpec,
  podDisruptionBudgetType,
} from "../../graph/kinds/pod-disruption-budget.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { matchesSelector } from "../webhooks/label-selector.ts";
import { replicatedGateways } from "./gateway-pods.ts";

/** The instances of a gateway are not all evicted at once. */
export const gatewayWithoutBudget: Rule = {
  id: "operations/gateway-without-budget",
  code: "HED4699",
  severity: "info",
  summary: "a gateway with several instances has a disruption budget",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const budgets = objectsOf(graph, podDisruptionBudgetType);
    for (const pod of replicatedGateways(graph)) {
      const guarded = budgets.some((each) => {
        const spec = podDisruptionBudgetSpec(each);
        return each.namespace === pod.namespace && matchesSelector(spec?.selector, pod.labels);
      });
      if (guarded) continue;
      find({
        outcome: budgets.some((each) => each.unresolved.length > 0) ? "unknown" : "fail",
        origin: pod.object.origin(["metadata"]),
        message:
          "all instances of the gateway may be evicted at once: no PodDisruptionBudget selects them",
        fix: "add a PodDisruptionBudget with maxUnavailable: 1",
      });
    }
  },
};
