import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/access-log-without-provider`. */
export const accessLogWithoutProviderDoc: RuleDoc = {
  inventory: ["telemetry-provider-missing"],
  what: "Every entry of `accessLogging` that is not disabled names a provider, or the mesh has `defaultProviders.accessLogging`.",
  why: "Istio ignores the entry: a filter on errors, for example, writes nothing.",
  fails: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  accessLogging: [{ filter: { expression: response.code >= 500 } }]
`,
  passes: `apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  accessLogging: [{ providers: [{ name: envoy }], filter: { expression: response.code >= 500 } }]
`,
};
