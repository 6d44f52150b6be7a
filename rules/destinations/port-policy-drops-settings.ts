import {
  destinationRuleSpec,
  destinationRuleType,
  type TrafficPolicy,
} from "../../graph/kinds/destination-rule.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import type { Rule } from "../rule.ts";

/** What a policy of a port does not inherit; its TLS is the subject of `destinations/port-policy-without-tls`. */
const settings = ["connectionPool", "outlierDetection", "loadBalancer"] as const;

/** A port with a policy of its own says again what its destination says: nothing of that holds for the port. */
export const portPolicyDropsSettings: Rule = {
  id: "destinations/port-policy-drops-settings",
  code: "HED4775",
  severity: "info",
  summary: "a port's own policy says the limits that its destination has",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "portLevelSettings")) {
      const { trafficPolicy, subsets = [] } = destinationRuleSpec(object) ?? {};
      const policies = [
        { policy: trafficPolicy, path: ["spec", "trafficPolicy"] },
        ...subsets.map((each, index) => {
          return { policy: each.trafficPolicy, path: ["spec", "subsets", index, "trafficPolicy"] };
        }),
      ];
      for (const { policy, path } of policies) {
        for (const [index, port] of (policy?.portLevelSettings ?? []).entries()) {
          const lost = droppedBy(port, policy);
          if (lost.length === 0) continue;
          find({
            outcome: "fail",
            origin: object.origin([...path, "portLevelSettings", index]),
            message: `port ${String(port.port?.number ?? 0)} has a policy of its own without ${lost.join(" and ")}, so that those of the destination do not hold for it`,
            fix: "repeat them in the policy of the port",
          });
        }
      }
    }
  },
};

function droppedBy(
  port: Pick<TrafficPolicy, (typeof settings)[number]>,
  policy: TrafficPolicy | undefined,
): readonly string[] {
  const { consistentHash, localityLbSetting } = policy?.loadBalancer ?? {};
  // Which of the simple ways to balance is taken changes nothing for callers.
  const balances = consistentHash !== undefined || localityLbSetting !== undefined;
  return settings.filter(
    (name) =>
      policy?.[name] !== undefined &&
      port[name] === undefined &&
      (name !== "loadBalancer" || balances),
  );
}
