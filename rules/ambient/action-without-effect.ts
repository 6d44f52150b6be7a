import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { modeOfNamespace } from "../../graph/objects/injection.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import { settledObjects } from "../access/settled-objects.ts";
import { isStandardGateway } from "../gateway/standard-gateway.ts";
import type { Rule } from "../rule.ts";
import { hasAmbient } from "./ambient-hosts.ts";

const actions = new Set(["AUDIT", "CUSTOM"]);

/** ztunnel knows ALLOW and DENY. A policy with another action needs a waypoint, which `targetRefs` name. */
export const actionWithoutEffect: Rule = {
  id: "ambient/action-without-effect",
  code: "HED4807",
  severity: "error",
  summary: "policies of ztunnel allow or deny; those with another action are for a waypoint",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const policies = settledObjects(graph, authorizationPolicyType, find);
    if (!hasAmbient(graph)) return;
    for (const object of policies) {
      const {
        action = "ALLOW",
        targetRef,
        targetRefs = [],
        selector,
      } = authorizationPolicySpec(object) ?? {};
      if (!actions.has(action) || targetRef !== undefined || targetRefs.length > 0) continue;
      const labels = selector?.matchLabels ?? {};
      if (isStandardGateway(labels)) continue;
      const pods = podsSelectedBy(graph, object.namespace, labels);
      const ambient =
        pods.length > 0
          ? pods.every(({ mode }) => mode === "ambient")
          : modeOfNamespace(graph, object.namespace) === "ambient";
      if (!ambient) continue;
      const what = action === "CUSTOM" ? "nobody asks the provider" : "nothing is audited";
      find({
        outcome: "fail",
        origin: object.origin(["spec", "action"]),
        message: `ztunnel does not know ${action} and leaves the policy out: ${what}`,
        fix: "add targetRefs with the Service or the Gateway of its waypoint, and remove the selector",
      });
    }
  },
};
