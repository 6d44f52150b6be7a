import { serviceEntrySpec, serviceEntryType } from "../../graph/kinds/service-entry.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** A ServiceEntry with static resolution has endpoints, or selects them. Otherwise every call is answered with 503. */
export const staticWithoutEndpoints: Rule = {
  id: "service-entries/static-without-endpoints",
  code: "HED4263",
  severity: "warning",
  summary: "a ServiceEntry with static resolution has endpoints",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, serviceEntryType)) {
      const spec = serviceEntrySpec(object);
      if (spec?.resolution !== "STATIC" || object.unresolved.length > 0) continue;
      if ((spec.endpoints ?? []).length > 0 || spec.workloadSelector !== undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "resolution"]),
        message: `has static resolution, but neither endpoints nor a workloadSelector`,
        fix: "list the endpoints, or set the resolution to DNS",
      });
    }
  },
};
