import { authorizationPolicyType } from "../../graph/kinds/authorization-policy.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { withAction } from "./sources-of.ts";

/** The action AUDIT only asks a plugin to note the request, and Istio comes without one. */
export const auditWithoutEffect: Rule = {
  id: "access/audit-without-effect",
  code: "HED4558",
  severity: "info",
  summary: "no access rule counts on the action AUDIT",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const policies = settledObjects(graph, authorizationPolicyType, find);
    for (const object of withAction(policies, "AUDIT")) {
      find({
        outcome: "fail",
        origin: object.origin(["spec", "action"]),
        message:
          "the action AUDIT has no effect without a plugin that notes requests; Istio comes without one",
        fix: "use access logs (a Telemetry) to note requests, ALLOW or DENY to decide on them",
      });
    }
  },
};
