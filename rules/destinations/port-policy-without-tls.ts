import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/**
 * A port that has a policy of its own says its TLS again: what the destination says holds only for ports without one.
 */
export const portPolicyWithoutTls: Rule = {
  id: "destinations/port-policy-without-tls",
  code: "HED4234",
  severity: "warning",
  summary: "a port's own policy says the TLS that its destination has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "portLevelSettings")) {
      const { trafficPolicy, subsets = [] } = destinationRuleSpec(object) ?? {};
      const policies = [
        { policy: trafficPolicy, path: ["spec", "trafficPolicy"] },
        ...subsets.map((each, index) => ({
          policy: each.trafficPolicy,
          path: ["spec", "subsets", index, "trafficPolicy"],
        })),
      ];
      for (const { policy, path } of policies) {
        for (const { index, port } of plainPorts(policy)) {
          find({
            outcome: "fail",
            origin: object.origin([...path, "portLevelSettings", index]),
            message: `port ${String(port)} has a policy of its own without \`tls\`, so that the destination's TLS (${policy?.tls?.mode ?? ""}) does not hold for it`,
            fix: "repeat the `tls` of the destination in the policy of the port",
          });
        }
      }
    }
  },
};

function plainPorts(policy: TrafficPolicy | undefined) {
  const mode = policy?.tls?.mode;
  if (mode !== "SIMPLE" && mode !== "MUTUAL") return [];
  return (policy?.portLevelSettings ?? []).flatMap(({ tls, port }, index) =>
    tls === undefined ? { index, port: port?.number ?? 0 } : [],
  );
}
