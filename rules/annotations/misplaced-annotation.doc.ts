import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/misplaced-annotation`. */
export const misplacedAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene"],
  what: "Each annotation of Istio works on certain kinds. One for pods has to stand in the template of a Deployment, not on the Deployment, and one for services does nothing on a namespace.",
  why: "The annotation is ignored. Resources of the proxy that were set on the Deployment never reach a pod, and the default limits throttle it under load.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
  annotations:
    sidecar.istio.io/proxyCPU: 200m
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: example/cart }] }
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
  namespace: shop
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart }
      annotations:
        sidecar.istio.io/proxyCPU: 200m
    spec: { containers: [{ name: app, image: example/cart }] }
`,
};
