import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/deprecated-annotation`. */
export const deprecatedAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene", "ops-deprecated"],
  what: "Annotations that Istio 1.31 has marked as deprecated are reported, with their replacement where there is one. `sidecar.istio.io/inject` is accepted where the label of the same name stands beside it.",
  why: "A later version drops it, and the upgrade changes what pods do without any change of theirs: a pod that was kept out of the mesh is in it, or the reverse.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart }
      annotations: { sidecar.istio.io/inject: "true" }
    spec: { containers: [{ name: app, image: example/cart }] }
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
    spec: { containers: [{ name: app, image: example/cart }] }
`,
};
