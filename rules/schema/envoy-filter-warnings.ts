import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { envoyFilterKind } from "./envoy-filter/kind.ts";

/** What Istio's validation warns of in an EnvoyFilter. */
export const envoyFilterWarnings: Rule = {
  id: "schema/envoy-filter-warnings",
  code: "HED4331",
  severity: "warning",
  summary: "no EnvoyFilter is needed",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(envoyFilterKind, "warning"),
};
