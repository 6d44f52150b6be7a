import type { RuleDoc } from "../rule.ts";

const cart = (more: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/proxyCPU: 200m${more} }
    spec: { containers: [{ name: cart, image: shop/cart }] }
`;

/** Text and examples of `operations/sidecar-half-sized`. */
export const sidecarHalfSizedDoc: RuleDoc = {
  inventory: ["ops-resources"],
  what: "A workload with one of the annotations `sidecar.istio.io/proxyCPU`, `proxyCPULimit`, `proxyMemory` and `proxyMemoryLimit` says something of both CPU and memory.",
  why: "The injector uses either its own sizes or the annotations, never some of each. Who only sets the CPU has a sidecar without any request or limit of memory.",
  fails: cart(""),
  passes: cart(", sidecar.istio.io/proxyMemory: 128Mi"),
};
