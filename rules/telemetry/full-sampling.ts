import { telemetrySpec, telemetryType } from "../../graph/kinds/telemetry.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Not every request is traced. */
export const fullSampling: Rule = {
  id: "telemetry/full-sampling",
  code: "HED4794",
  severity: "info",
  summary: "a part of the requests is traced, not all",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const object of objectsOf(graph, telemetryType)) {
      for (const [index, each] of (telemetrySpec(object)?.tracing ?? []).entries()) {
        if (each.randomSamplingPercentage !== 100 || each.disableSpanReporting === true) continue;
        find({
          outcome: "fail",
          origin: object.origin(["spec", "tracing", index, "randomSamplingPercentage"]),
          message:
            "traces every request, which costs time in each proxy, and space where traces are kept",
          fix: "set a few percent, and let callers ask for more by a header",
        });
      }
    }
  },
};
