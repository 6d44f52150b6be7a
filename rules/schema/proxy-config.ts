import type { Rule } from "../rule.ts";
import { reportFaults } from "./kind.ts";
import { proxyConfigKind } from "./proxy-config/kind.ts";

/** What Istio's validation refuses in a ProxyConfig. */
export const proxyConfig: Rule = {
  id: "schema/proxy-config",
  code: "HED4334",
  severity: "error",
  summary: "a ProxyConfig is one that Istio accepts",
  covers: ["IST0106"],
  reads: ["objects"],
  needs: [],
  check: reportFaults(proxyConfigKind, "error"),
};
