import type { RuleDoc } from "../rule.ts";

const mesh = (proxy: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  replicas: 2
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: "istio/pilot:1.30.2" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: 2
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress } }
    spec: { containers: [{ name: istio-proxy, image: "istio/proxyv2:${proxy}" }] }
`;

/** Text and examples of `operations/version-skew`. */
export const versionSkewDoc: RuleDoc = {
  inventory: ["ops-version"],
  what: "Every image `proxyv2` has the minor version of an image `pilot` of the input, or the one before it.",
  why: "Istio tests no other pair. A newer proxy may ask for configuration that the control plane does not know; a much older one may refuse what it gets, and keeps what it had.",
  fails: mesh("1.31.0"),
  passes: mesh("1.29.4"),
};
