import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/proxy-config-warnings`. */
export const proxyConfigWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a ProxyConfig: a selector without labels.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: { name: cart, namespace: shop }
spec:
  selector: {}
  concurrency: 2
`,
  passes: `apiVersion: networking.istio.io/v1beta1
kind: ProxyConfig
metadata: { name: cart, namespace: shop }
spec:
  concurrency: 2
`,
};
