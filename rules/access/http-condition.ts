import type { Path } from "../../diagnostics/index.ts";
import type { AuthorizationPolicySpec } from "../../graph/kinds/authorization-policy.ts";

const ofOperation = ["hosts", "notHosts", "methods", "notMethods", "paths", "notPaths"] as const;
const ofSource = ["requestPrincipals", "notRequestPrincipals"] as const;

/** Place of the first condition of a policy that only exists for HTTP: one that plain TCP never meets. */
export function httpConditionOf({ rules = [] }: AuthorizationPolicySpec): Path | undefined {
  for (const [rule, { from = [], to = [], when = [] }] of rules.entries()) {
    const path = ["spec", "rules", rule];
    for (const [index, { source }] of from.entries()) {
      const field = ofSource.find((each) => (source?.[each] ?? []).length > 0);
      if (field !== undefined) return [...path, "from", index, "source", field];
    }
    for (const [index, { operation }] of to.entries()) {
      const field = ofOperation.find((each) => (operation?.[each] ?? []).length > 0);
      if (field !== undefined) return [...path, "to", index, "operation", field];
    }
    const key = when.findIndex((each) => each.key?.startsWith("request.") ?? false);
    if (key >= 0) return [...path, "when", key, "key"];
  }
  return undefined;
}
