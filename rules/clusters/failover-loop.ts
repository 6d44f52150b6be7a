import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** Two places that take over from each other do not push their load to and fro. */
export const failoverLoop: Rule = {
  id: "clusters/failover-loop",
  code: "HED4815",
  severity: "info",
  summary: "places that take over from each other have limits and outlier detection",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "failover")) {
      const { trafficPolicy } = destinationRuleSpec(object) ?? {};
      const failover = trafficPolicy?.loadBalancer?.localityLbSetting?.failover ?? [];
      const pairs = new Set(failover.map(({ from = "", to = "" }) => `${from} ${to}`));
      const back = failover.findIndex(({ from = "", to = "" }) => pairs.has(`${to} ${from}`));
      const missing = missingGuard(trafficPolicy);
      if (back < 0 || missing === undefined) continue;
      const { from = "", to = "" } = failover[back] ?? {};
      find({
        outcome: "fail",
        origin: object.origin([
          ...["spec", "trafficPolicy", "loadBalancer", "localityLbSetting", "failover", back],
        ]),
        message: `${from} and ${to} take over from each other ${missing}`,
        fix: "set outlierDetection, and limits in connectionPool that one place alone can bear",
      });
    }
  },
};

function missingGuard(policy: TrafficPolicy | undefined): string | undefined {
  const { outlierDetection, connectionPool } = policy ?? {};
  if (outlierDetection === undefined)
    return "without outlier detection, by which alone they notice";
  const { tcp, http } = connectionPool ?? {};
  const limited =
    tcp?.maxConnections !== undefined ||
    http?.http1MaxPendingRequests !== undefined ||
    http?.http2MaxRequests !== undefined;
  return limited ? undefined : "without a limit: the load of one is pushed to the other, and back";
}
