import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/label-and-annotation`. */
export const labelAndAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene"],
  what: "Some names of Istio are labels (`istio-injection`), most are annotations (`sidecar.istio.io/proxyCPU`). A name that stands in the wrong map of a namespace, a service or a pod is a fault.",
  why: "Kubernetes accepts both, and Istio reads one of them. A namespace with `istio-injection` as an annotation is outside the mesh, and its traffic is in clear.",
  fails: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  annotations: { istio-injection: enabled }
`,
  passes: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels: { istio-injection: enabled }
`,
};
