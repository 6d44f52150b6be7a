import type { Rule } from "../rule.ts";
import { destinationPoliciesWith } from "./destination-policies.ts";

/** Outlier detection that may eject every instance stops doing so when too few are healthy. */
export const outlierEjectsAll: Rule = {
  id: "resilience/outlier-ejects-all",
  code: "HED4511",
  severity: "info",
  summary: "outlier detection leaves some instances, or stops when few are healthy",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const { object, path, policy } of destinationPoliciesWith(graph, "maxEjectionPercent")) {
      const { maxEjectionPercent, minHealthPercent = 0 } = policy.outlierDetection ?? {};
      if (maxEjectionPercent !== 100 || minHealthPercent > 0) continue;
      find({
        outcome: "fail",
        origin: object.origin([...path, "outlierDetection", "maxEjectionPercent"]),
        message: "may eject every instance: maxEjectionPercent is 100 and minHealthPercent is 0",
        fix: "set maxEjectionPercent to 50, or minHealthPercent to 50, above which share of healthy instances it works",
      });
    }
  },
};
