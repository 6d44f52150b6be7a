import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { trafficExtensionKind } from "./extensions/kinds.ts";

/** Everything that Istio's validation refuses in a TrafficExtension. */
export const trafficExtension: Rule = {
  id: "schema/traffic-extension",
  code: "HED4338",
  severity: "error",
  summary: "a TrafficExtension is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(trafficExtensionKind, "error"),
};
