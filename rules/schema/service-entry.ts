import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { serviceEntryKind } from "./service-entry/kind.ts";

/** Everything that Istio's validation refuses in a ServiceEntry. */
export const serviceEntry: Rule = {
  id: "schema/service-entry",
  code: "HED4316",
  severity: "error",
  summary: "a ServiceEntry is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(serviceEntryKind, "error"),
};
