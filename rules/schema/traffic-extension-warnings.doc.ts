import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/traffic-extension-warnings`. */
export const trafficExtensionWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a TrafficExtension: a selector without labels.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: extensions.istio.io/v1alpha1
kind: TrafficExtension
metadata: { name: cart, namespace: shop }
spec:
  selector: {}
  lua: { inlineCode: 'function envoy_on_request(handle) end' }
`,
  passes: `apiVersion: extensions.istio.io/v1alpha1
kind: TrafficExtension
metadata: { name: cart, namespace: shop }
spec:
  lua: { inlineCode: 'function envoy_on_request(handle) end' }
`,
};
