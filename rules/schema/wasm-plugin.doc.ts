import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/wasm-plugin`. */
export const wasmPluginDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a WasmPlugin: no URL or one of an unknown scheme, a SHA-256 that is none, variables that are there twice or have two values, ports out of range, several ways to attach it.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: cart, namespace: shop }
spec:
  url: oci://registry.example.com/filter:1
  sha256: abc
`,
  passes: `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: cart, namespace: shop }
spec:
  url: oci://registry.example.com/filter:1
  sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
`,
};
