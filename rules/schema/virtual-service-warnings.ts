import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { virtualServiceKind } from "./virtual-service/kind.ts";

/** What Istio's validation warns of in a VirtualService. */
export const virtualServiceWarnings: Rule = {
  id: "schema/virtual-service-warnings",
  code: "HED4311",
  severity: "warning",
  summary: "a VirtualService uses nothing that Istio warns of",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(virtualServiceKind, "warning"),
};
