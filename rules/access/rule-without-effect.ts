import {
  authorizationPolicySpec,
  authorizationPolicyType,
} from "../../graph/kinds/authorization-policy.ts";
import { perGraph } from "../../graph/objects/per-graph.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";
import { printLabels } from "./selector-target.ts";
import { settledObjects } from "./settled-objects.ts";
import { actionOf, hasTarget, labelsOf, withAction } from "./sources-of.ts";

/** No rule is written twice in a policy, and none allows exactly what a DENY for the same workloads refuses. */
export const ruleWithoutEffect: Rule = {
  id: "access/rule-without-effect",
  code: "HED4556",
  severity: "info",
  summary: "no access rule says what another one has said already",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const denied = deniedRules(graph);
    for (const object of settledObjects(graph, authorizationPolicyType, find)) {
      const spec = authorizationPolicySpec(object);
      if (spec === undefined || hasTarget(spec)) continue;
      const allows = denied.size > 0 && actionOf(spec) === "ALLOW";
      // One rule repeats none.
      if (!allows && (spec.rules?.length ?? 0) < 2) continue;
      const scope = `${object.namespace} ${printLabels(labelsOf(spec))}`;
      const seen = new Set<string>();
      for (const [index, rule] of (spec.rules ?? []).entries()) {
        const text = JSON.stringify(rule);
        const by = allows
          ? (denied.get(`${scope} ${text}`) ?? denied.get(`${scope} {}`))
          : undefined;
        const isRepeated = seen.has(text);
        const message = isRepeated
          ? "repeats a rule of this policy"
          : by &&
            `allows what AuthorizationPolicy ${by} denies for the same workloads: DENY is asked first`;
        seen.add(text);
        if (message === undefined) continue;
        const origin = object.origin(["spec", "rules", index]);
        const edits = isRepeated ? [{ kind: "remove", path: origin.path } as const] : undefined;
        const remove = edits === undefined ? {} : { edits };
        find({ outcome: "fail", origin, message, fix: "delete the rule", ...remove });
      }
    }
  },
};

/** Names of the policies that deny, by namespace, selector and rule. */
const deniedRules = perGraph((graph) => {
  const denied = new Map<string, string>();
  for (const object of withAction(objectsOf(graph, authorizationPolicyType), "DENY")) {
    const spec = authorizationPolicySpec(object);
    if (spec === undefined || hasTarget(spec) || object.annotations[dryRun] === "true") continue;
    const scope = `${object.namespace} ${printLabels(labelsOf(spec))}`;
    for (const rule of spec.rules ?? []) {
      denied.set(`${scope} ${JSON.stringify(rule)}`, object.name);
    }
  }
  return denied;
});

const dryRun = "istio.io/dry-run";
