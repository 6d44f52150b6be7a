import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** No access rule stays in dry-run, where it is only logged. */
export const leftInDryRun: Rule = {
  id: "access/left-in-dry-run",
  code: "HED4411",
  severity: "info",
  summary: "access rules are enforced, not only tried",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, authorizationPolicyType)) {
      if (object.annotations["istio.io/dry-run"] !== "true") continue;
      find({
        outcome: "fail",
        origin: object.origin(["metadata", "annotations", "istio.io/dry-run"]),
        message: "is in dry-run: it is logged and not enforced",
        fix: 'remove the annotation "istio.io/dry-run" when the trial is over',
      });
    }
  },
};
