import type { RuleDoc } from "../rule.ts";

const plugin = (strategy: string) => `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: basic-auth, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  url: oci://registry.example/basic-auth@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
  phase: AUTHN
  failStrategy: ${strategy}
`;

/** Text and examples of `extensions/wasm-fails-open`. */
export const wasmFailsOpenDoc: RuleDoc = {
  inventory: ["wasm-fail-mode"],
  what: "A WasmPlugin of phase AUTHN or AUTHZ does not have the strategy FAIL_OPEN.",
  why: "When its registry is down, or the plugin crashes on one request, the proxy goes on without it, and nothing checks who comes in.",
  fails: plugin("FAIL_OPEN"),
  passes: plugin("FAIL_CLOSE"),
};
