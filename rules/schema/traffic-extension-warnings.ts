import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { trafficExtensionKind } from "./extensions/kinds.ts";

/** What Istio's validation warns of in a TrafficExtension. */
export const trafficExtensionWarnings: Rule = {
  id: "schema/traffic-extension-warnings",
  code: "HED4339",
  severity: "warning",
  summary: "the selector of a TrafficExtension has labels",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(trafficExtensionKind, "warning"),
};
