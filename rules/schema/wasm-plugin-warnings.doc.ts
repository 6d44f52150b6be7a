import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/wasm-plugin-warnings`. */
export const wasmPluginWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a WasmPlugin: a selector without labels.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: cart, namespace: shop }
spec:
  selector: {}
  url: oci://registry.example.com/filter:1
`,
  passes: `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: cart, namespace: shop }
spec:
  url: oci://registry.example.com/filter:1
`,
};
