import { destinationRuleSpec, destinationRuleType } from "../../graph/kinds/destination-rule.ts";
import { completeHost } from "../../graph/objects/known-hosts.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
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
    for (const object of objectsWith(graph, destinationRuleType, "subsets")) {
      const { host = "", subsets = [] } = destinationRuleSpec(object) ?? {};
      const named = routed.get(completeHost(host, object.namespace));
      // Without any such route, the subsets may be there for routes that come later.
      if (named === undefined || named.size === 0) continue;
      subsets.forEach(({ name = "", trafficPolicy }, index) => {
        // One with a policy of its own is worse off: `destinations/subset-policy-inactive`.
        if (named.has(name) || trafficPolicy !== undefined) return;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "subsets", index]),
          message: `no route sends to the subset ${JSON.stringify(name)} of ${host}; routes name: ${[...named].sort().join(", ")}`,
          fix: "remove the subset, or send to it",
          absent: ["route"],
        });
      });
    }
  },
};
