import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/invalid-annotation`. */
export const invalidAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene"],
  what: "The values of the annotations that the injector checks are checked the same way: lists of ports and of address ranges, the mode of interception, numbers, resources of the proxy, the YAML of `proxy.istio.io/config`.",
  why: "The injector refuses the pod. The Deployment is accepted and its rollout stops at zero new pods; the reason is in the events of the ReplicaSet only.",
  fails: `apiVersion: apps/v1
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
        traffic.sidecar.istio.io/excludeOutboundPorts: "3306;5432"
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
        traffic.sidecar.istio.io/excludeOutboundPorts: "3306,5432"
    spec: { containers: [{ name: app, image: example/cart }] }
`,
};
