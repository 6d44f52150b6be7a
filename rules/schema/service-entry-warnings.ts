import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { serviceEntryKind } from "./service-entry/kind.ts";

/** What Istio's validation warns of in a ServiceEntry. */
export const serviceEntryWarnings: Rule = {
  id: "schema/service-entry-warnings",
  code: "HED4317",
  severity: "warning",
  summary: "a ServiceEntry uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(serviceEntryKind, "warning"),
};
