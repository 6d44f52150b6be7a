import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";
import { httpConditionOf } from "./http-condition.ts";
import { hasOpaquePorts, isOpaque } from "./opaque-ports.ts";
import { settledObjects } from "./settled-objects.ts";

/** Conditions on HTTP are used where HTTP is spoken. On TCP an ALLOW with one never matches, a DENY always does. */
export const httpOnTcp: Rule = {
  id: "access/http-on-tcp",
  code: "HED4404",
  severity: "warning",
  summary: "access rules with conditions on HTTP hold for workloads that speak HTTP",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const policies = settledObjects(graph, authorizationPolicyType, find);
    if (!hasOpaquePorts(graph)) return;
    for (const object of policies) {
      const spec = authorizationPolicySpec(object);
      const labels = spec?.selector?.matchLabels ?? {};
      // One for a whole namespace is meant for those of its workloads that speak HTTP.
      if (spec === undefined || Object.keys(labels).length === 0) continue;
      const path = httpConditionOf(spec);
      if (path === undefined) continue;
      const pods = podsSelectedBy(graph, object.namespace, labels);
      const first = pods[0];
      if (first === undefined || !pods.every((pod) => isOpaque(graph, pod))) continue;
      const effect = spec.action === "DENY" ? "refuses every connection" : "matches nothing";
      find({
        outcome: "fail",
        origin: object.origin(path),
        message: `${String(path.at(-1))} is a condition on HTTP, and all ports of ${first.object.kind} ${first.name} are plain TCP or TLS, where it ${effect}`,
        fix: "use ports and sources only, or declare the port as HTTP (its name, or appProtocol)",
      });
    }
  },
};
