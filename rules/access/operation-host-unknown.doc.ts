import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/operation-host-unknown`. */
export const operationHostUnknownDoc: RuleDoc = {
  inventory: ["authz-host-missing"],
  what: "A host of the cluster (`<service>.<namespace>.svc.cluster.local`) in the operations of an AuthorizationPolicy is the one of a Service. Other names, and namespaces without any Service in the input, are not judged.",
  why: "The rule is about a service that does not exist, and never matches.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - to: [{ operation: { hosts: [carts.shop.svc.cluster.local] } }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  rules:
    - to: [{ operation: { hosts: [cart.shop.svc.cluster.local] } }]
`,
};
