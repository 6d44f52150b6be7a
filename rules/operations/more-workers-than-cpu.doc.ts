import type { RuleDoc } from "../rule.ts";

const cart = (workers: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
      annotations:
        proxy.istio.io/config: "concurrency: ${String(workers)}"
        sidecar.istio.io/proxyCPU: "1"
        sidecar.istio.io/proxyCPULimit: "2"
        sidecar.istio.io/proxyMemory: 256Mi
    spec: { containers: [{ name: cart, image: shop/cart }] }
`;

/** Text and examples of `operations/more-workers-than-cpu`. */
export const moreWorkersThanCpuDoc: RuleDoc = {
  inventory: ["ops-resources"],
  what: "The `concurrency` of a proxy, of the pod's annotation or of MeshConfig, is not more than the CPUs of the proxy's limit, rounded up, and not 0, which means those of the node.",
  why: "All threads together use up the limit early in each period of 100 ms and then stand still until the next one: latency jumps although the CPU is not busy.",
  fails: cart(8),
  passes: cart(2),
};
