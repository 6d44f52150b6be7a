import type { RuleDoc } from "../rule.ts";

/** Text and examples of `workloads/proxy-image-mismatch`. */
export const proxyImageMismatchDoc: RuleDoc = {
  inventory: ["ops-version", "workload-proxy-image-pinned"],
  what: "The proxies in the pods of a namespace have the image that the injector of the namespace puts in.",
  why: "Such pods were not restarted after an upgrade. They run an old proxy, with its known holes, against a control plane that soon will not support it.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio-sidecar-injector, namespace: istio-system }
data:
  values: '{"global":{"hub":"docker.io/istio","tag":"1.31.0","proxy":{"image":"proxyv2"}}}'
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec:
  containers:
    - { name: app, image: cart }
    - { name: istio-proxy, image: "docker.io/istio/proxyv2:1.29.0" }
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio-sidecar-injector, namespace: istio-system }
data:
  values: '{"global":{"hub":"docker.io/istio","tag":"1.31.0","proxy":{"image":"proxyv2"}}}'
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec:
  containers:
    - { name: app, image: cart }
    - { name: istio-proxy, image: "docker.io/istio/proxyv2:1.31.0" }
`,
};
