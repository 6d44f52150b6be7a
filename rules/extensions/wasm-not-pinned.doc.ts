import type { RuleDoc } from "../rule.ts";

const plugin = (url: string) => `apiVersion: extensions.istio.io/v1alpha1
kind: WasmPlugin
metadata: { name: limiter, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  url: ${url}
`;

/** Text and examples of `extensions/wasm-not-pinned`. */
export const wasmNotPinnedDoc: RuleDoc = {
  inventory: ["wasm-unpinned"],
  what: "A WasmPlugin says the digest of its code, in `sha256` or in the address of its image. Files that are in the proxy's image are not judged.",
  why: "The plugin sees every request in clear. A tag, or an address on the web, can lead to other code at any time, and each proxy fetches it when it starts: a broken or stolen release arrives without any change here.",
  fails: plugin("oci://registry.example/limiter:v1"),
  passes: plugin(
    "oci://registry.example/limiter@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ),
};
