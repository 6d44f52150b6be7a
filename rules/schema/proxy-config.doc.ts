import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/proxy-config`. */
export const proxyConfigDoc: RuleDoc = {
  what: "What Istio's validation refuses in a ProxyConfig: wildcards in the selector, a negative concurrency.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: { name: cart, namespace: shop }
spec:
  concurrency: -2
`,
  passes: `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: { name: cart, namespace: shop }
spec:
  concurrency: 2
`,
};
