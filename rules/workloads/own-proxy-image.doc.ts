import type { RuleDoc } from "../rule.ts";

const deployment = (annotations: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart }, annotations: { ${annotations} } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/own-proxy-image`. */
export const ownProxyImageDoc: RuleDoc = {
  inventory: ["workload-proxy-image-pinned"],
  what: "Workloads with the annotation `sidecar.istio.io/proxyImage` are named.",
  why: "The proxy stays at that image when the control plane is upgraded: it misses fixes of security, and drifts out of the range of versions that work together.",
  fails: deployment("sidecar.istio.io/proxyImage: example.com/proxyv2:1.28.0"),
  passes: deployment("sidecar.istio.io/proxyCPU: 100m"),
};
