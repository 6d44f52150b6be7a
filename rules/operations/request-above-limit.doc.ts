import type { RuleDoc } from "../rule.ts";

const cart = (request: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/proxyCPU: ${request}, sidecar.istio.io/proxyCPULimit: 500m }
    spec: { containers: [{ name: cart, image: shop/cart }] }
`;

/** Text and examples of `operations/request-above-limit`. */
export const requestAboveLimitDoc: RuleDoc = {
  inventory: ["ops-resources"],
  what: "`sidecar.istio.io/proxyCPU` and `sidecar.istio.io/proxyMemory` are not above the `…Limit` annotations of the same pod.",
  why: "The Deployment is accepted, and the API server refuses every pod of it: the rollout stands still.",
  fails: cart('"1"'),
  passes: cart("200m"),
};
