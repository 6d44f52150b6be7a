import type { RuleDoc } from "../rule.ts";

/** Text and examples of `annotations/unknown-annotation`. */
export const unknownAnnotationDoc: RuleDoc = {
  inventory: ["annotation-hygiene"],
  what: "Annotations whose prefix ends with `istio.io`, on namespaces, services, workloads and the pods of workloads, are compared with the list of annotations of Istio 1.31. A name that is not in it is a fault, also where a label of that name exists.",
  why: "Nothing refuses or mentions an unknown annotation. With a typing error in `traffic.sidecar.istio.io/excludeOutboundPorts` the database connection goes through the proxy all the same, and the search for the reason starts in the wrong place.",
  fails: `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations:
    networking.istio.io/exportTwo: "."
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
`,
  passes: `apiVersion: v1
kind: Service
metadata:
  name: cart
  namespace: shop
  annotations:
    networking.istio.io/exportTo: "."
    example.com/owner: team-cart
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
`,
};
