import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { ambientHost, hasSidecars } from "./ambient-hosts.ts";
import { behindGateways } from "./behind-gateways.ts";

/** What a DestinationRule asks of callers in ambient mode has a waypoint that does it. */
export const policyWithoutWaypoint: Rule = {
  id: "ambient/policy-without-waypoint",
  code: "HED4801",
  severity: "warning",
  summary: "the policy for a service in ambient mode has a waypoint",
  covers: ["KIA0210", "KIA0211"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    if (hasSidecars(graph)) return;
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { host = "", trafficPolicy, subsets = [] } = destinationRuleSpec(object) ?? {};
      const known = ambientHost(graph, host, object.namespace);
      if (known === undefined || known.waypoint !== undefined) continue;
      if (behindGateways(graph).has(known.host)) continue;
      const part = subsets.length > 0 ? "subsets" : asked(trafficPolicy);
      if (part === undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "host"]),
        message: `${host} is in ambient mode and uses no waypoint, so that ${part} of this policy has no effect`,
        fix: "deploy a waypoint and label the service or its namespace istio.io/use-waypoint",
        absent: ["route"],
      });
    }
  },
};

const parts = ["loadBalancer", "connectionPool", "outlierDetection", "retryBudget"] as const;

/** The first part that a proxy would have to do; TLS is ztunnel's own business. */
function asked(policy: TrafficPolicy | undefined): string | undefined {
  return [policy, ...(policy?.portLevelSettings ?? [])]
    .flatMap((each) => parts.find((part) => each?.[part] !== undefined) ?? [])
    .at(0);
}
