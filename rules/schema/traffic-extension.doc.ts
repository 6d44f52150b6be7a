import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/traffic-extension`. */
export const trafficExtensionDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a TrafficExtension: not exactly one of `wasm` and `lua`, a script that is empty or has more than 64 kB, what a WasmPlugin must keep to, ports out of range.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: extensions.istio.io/v1alpha1
kind: TrafficExtension
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  priority: 10
`,
  passes: `apiVersion: extensions.istio.io/v1alpha1
kind: TrafficExtension
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  lua: { inlineCode: 'function envoy_on_request(handle) end' }
`,
};
