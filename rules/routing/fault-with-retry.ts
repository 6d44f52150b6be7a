import { virtualServiceSpec, virtualServiceType } from "../../graph/kinds/virtual-service.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A rule that injects faults has no retries and no timeout of its own: the proxy does not apply them to the fault. */
export const faultWithRetry: Rule = {
  id: "routing/fault-with-retry",
  code: "HED4213",
  severity: "warning",
  summary: "a rule that injects faults has neither retries nor a timeout",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, virtualServiceType)) {
      const routes = virtualServiceSpec(object)?.http ?? [];
      for (const [index, { fault, retries, timeout }] of routes.entries()) {
        const what = [
          ...((retries?.attempts ?? 0) > 0 ? ["retries"] : []),
          ...(timeout === undefined ? [] : ["a timeout"]),
        ];
        if (fault === undefined || what.length === 0) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "http", index, "fault"]),
          message: `injects faults in a rule with ${what.join(" and ")}, which the proxy does not apply to them`,
          fix: "inject the fault in a VirtualService of the service behind, or remove them from this rule",
        });
      }
    }
  },
};
