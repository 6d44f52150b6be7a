import type { Rule } from "../rule.ts";
import { httpRules } from "./http-rules.ts";

/** A rule that injects faults has no retries and no timeout of its own: the proxy does not apply them to the fault. */
export const faultWithRetry: Rule = {
  id: "routing/fault-with-retry",
  code: "HED4213",
  severity: "warning",
  summary: "a rule that injects faults has neither retries nor a timeout",
  covers: [],
  reads: ["objects", "routes"],
  needs: [],
  check(graph, find) {
    for (const rules of httpRules(graph, "fault")) {
      for (const { fault, retries, timeout, at } of rules) {
        if (fault === undefined) continue;
        const what = [
          ...((retries?.attempts ?? 0) > 0 ? ["retries"] : []),
          ...(timeout === undefined ? [] : ["a timeout"]),
        ];
        if (what.length === 0) continue;
        find({
          outcome: "fail",
          origin: at(["fault"]),
          message: `injects faults in a rule with ${what.join(" and ")}, which the proxy does not apply to them`,
          fix: "inject the fault in a route of the service behind, or remove them from this rule",
        });
      }
    }
  },
};
