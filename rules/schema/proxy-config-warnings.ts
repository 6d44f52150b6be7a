import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { proxyConfigKind } from "./proxy-config/kind.ts";

/** What Istio's validation warns of in a ProxyConfig. */
export const proxyConfigWarnings: Rule = {
  id: "schema/proxy-config-warnings",
  code: "HED4335",
  severity: "warning",
  summary: "the selector of a ProxyConfig has labels",
  covers: ["IST0133"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(proxyConfigKind, "warning"),
};
