import type { Rule } from "../rule.ts";
import { unusedMatches } from "./unused-matches.ts";

/** Every rule of a VirtualService can be reached: rules are tried in order, and the first match wins. */
export const unreachableRule: Rule = {
  id: "routing/unreachable-rule",
  code: "HED4206",
  severity: "warning",
  summary: "a rule of a VirtualService can be reached",
  covers: ["IST0130"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, rules } of unusedMatches(graph)) {
      for (const { path, reason } of rules) {
        find({
          outcome: "fail",
          origin: object.origin(path),
          message: `no request reaches this rule: ${reason}`,
          fix: "put rules with matches before the one without, or remove the rule",
        });
      }
    }
  },
};
