import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import type { Rule } from "../rule.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, isForAll, hasTarget } from "./sources-of.ts";

/** An ALLOW without rules for chosen workloads lets nobody in. Where nothing else allows, it closes them. */
export const allowsNobody: Rule = {
  id: "access/allows-nobody",
  code: "HED4551",
  severity: "info",
  summary: "an ALLOW for chosen workloads has rules",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const spec = authorizationPolicySpec(object);
      if (spec === undefined || (spec.rules ?? []).length > 0) continue;
      if (actionOf(spec) !== "ALLOW" || isForAll(spec) || hasTarget(spec)) continue;
      if (baseline.test(object.name)) continue;
      const open = namespacesAllowing(graph);
      if (open.has(object.namespace) || open.has(rootNamespace(graph))) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message:
          "allows nobody: a policy without rules refuses every request to the workloads that it selects",
        fix: "add rules, or call it deny-all if that is meant",
      });
    }
  },
};

/** Names that say that closing is meant. */
const baseline = /deny|nothing|none|nobody|block|lock|clos|baseline|default/i;

/** Namespaces in which something is allowed; there, a policy that allows nothing is the ground of others. */
const namespacesAllowing = perGraph((graph: ObjectGraph): ReadonlySet<string> => {
  const allowing = objectsOf(graph, authorizationPolicyType).filter((object) => {
    const spec = authorizationPolicySpec(object);
    return spec !== undefined && actionOf(spec) === "ALLOW" && (spec.rules ?? []).length > 0;
  });
  return new Set(allowing.map(({ namespace }) => namespace));
});
