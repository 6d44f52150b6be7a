import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { routedSubsets } from "../routing/routes-by-host.ts";
import type { Rule } from "../rule.ts";

/** Where routes choose among subsets of a host, each subset is chosen by one of them. */
export const orphanSubset: Rule = {
  id: "destinations/orphan-subset",
  code: "HED4760",
  severity: "info",
  summary: "every subset is named by a route",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const routed = routedSubsets(graph);
    for (const object of objectsOf(graph, destinationRuleType)) {
      const { host = "", subsets = [] } = destinationRuleSpec(object) ?? {};
      const named = routed.get(completeHost(host, object.namespace));
      // Without any such route, the subsets may be there for routes that come later.
      if (named === undefined || named.size === 0) continue;
      for (const [index, { name = "", trafficPolicy }] of subsets.entries()) {
        // One with a policy of its own is worse off: `destinations/subset-policy-inactive`.
        if (named.has(name) || trafficPolicy !== undefined) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "subsets", index]),
          message: `no route sends to the subset ${JSON.stringify(name)} of ${host}; routes name: ${[...named].sort().join(", ")}`,
          fix: "remove the subset, or send to it",
          absent: ["route"],
        });
      }
    }
  },
};
