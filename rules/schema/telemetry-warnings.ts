import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { telemetryKind } from "./telemetry/kind.ts";

/** What Istio's validation warns of in a Telemetry. */
export const telemetryWarnings: Rule = {
  id: "schema/telemetry-warnings",
  code: "HED4333",
  severity: "warning",
  summary: "a Telemetry uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(telemetryKind, "warning"),
};
