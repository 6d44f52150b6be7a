import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { envoyFilterKind } from "./envoy-filter/kind.ts";

/** What Istio's validation refuses in an EnvoyFilter, down to the messages of Envoy in its patches. */
export const envoyFilter: Rule = {
  id: "schema/envoy-filter",
  code: "HED4330",
  severity: "error",
  summary: "an EnvoyFilter is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(envoyFilterKind, "error"),
};
