import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/alpha-annotation`. */
export const alphaAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene"],
  what: "No annotation of Istio is used whose feature is in its alpha phase.",
  why: "Alpha features change or disappear from one version to the next without notice, and the annotation is then passed over in silence.",
  fails: `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations: { networking.istio.io/exportTo: shop }
spec:
  ports: [{ name: http, port: 80 }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  ports: [{ name: http, port: 80 }]
`,
};
