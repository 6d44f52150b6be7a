import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { routedSubsets } from "../routing/routes-by-host.ts";
import type { Rule } from "../rule.ts";

/** The policy of a subset holds only for calls that a route sends to the subset. */
export const subsetPolicyInactive: Rule = {
  id: "destinations/subset-policy-inactive",
  code: "HED4761",
  severity: "warning",
  summary: "a subset with a policy of its own is named by a route",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsWith(graph, destinationRuleType, "subsets")) {
      const { host = "", subsets = [] } = destinationRuleSpec(object) ?? {};
      if (subsets.every(({ trafficPolicy }) => trafficPolicy === undefined)) continue;
      const named = routedSubsets(graph).get(completeHost(host, object.namespace));
      for (const [index, { name = "", trafficPolicy }] of subsets.entries()) {
        if (trafficPolicy === undefined || named?.has(name) === true) continue;
        find({
          // Without any route to the host, the routes may well be kept elsewhere.
          outcome: named === undefined ? "unknown" : "fail",
          origin: object.origin(["spec", "subsets", index, "trafficPolicy"]),
          message: `the subset ${JSON.stringify(name)} has a policy, which holds for nothing: no route sends to the subset of ${host}`,
          fix: "send to the subset, or move the policy to the destination",
          absent: ["route"],
        });
      }
    }
  },
};
