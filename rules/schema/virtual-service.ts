import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { virtualServiceKind } from "./virtual-service/kind.ts";

/** Everything that Istio's validation refuses in a VirtualService. */
export const virtualService: Rule = {
  id: "schema/virtual-service",
  code: "HED4310",
  severity: "error",
  summary: "a VirtualService is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(virtualServiceKind, "error"),
};
