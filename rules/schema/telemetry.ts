import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { telemetryKind } from "./telemetry/kind.ts";

/** Everything that Istio's validation refuses in a Telemetry. */
export const telemetry: Rule = {
  id: "schema/telemetry",
  code: "HED4332",
  severity: "error",
  summary: "a Telemetry is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(telemetryKind, "error"),
};
