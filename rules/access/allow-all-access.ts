import type { Rule } from "../rule.ts";

/**
 * No rule of access lets everybody in. Rules that allow add up, so that one without conditions makes all others of
 * the same workloads meaningless.
 */
export const allowAllAccess: Rule = {
  id: "access/allow-all-access",
  code: "HED4010",
  severity: "error",
  summary: "no rule allows every request of everybody",
  covers: [],
  reads: ["access"],
  needs: ["access"],
  check(graph, find) {
    for (const each of graph.access) {
      if (each.action !== "allow" || !each.matchesEverything) continue;
      find({
        outcome: "fail",
        origin: each.origin,
        message: `access rule ${each.name} in ${each.namespace} allows every request of everybody`,
        fix: "name the callers (their service accounts) and what they may call, or delete the rule",
      });
    }
  },
};
