import type { RuleDoc } from "../rule.ts";

/** Text and examples of `service-entries/hijacked-service`. */
export const hijackedServiceDoc: RuleDoc = {
  inventory: ["se-hijacks-service"],
  what: "No host of a ServiceEntry is the full name of a Service of another namespace.",
  why: "Proxies that see both can send the calls of the service to the addresses of the entry: one namespace takes the traffic of another.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: tests }
spec:
  hosts: [cart.shop.svc.cluster.local]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: 8080, name: http, protocol: HTTP }]
  endpoints: [{ address: 192.0.2.7 }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: tests }
spec:
  hosts: [cart.tests.example]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: 8080, name: http, protocol: HTTP }]
  endpoints: [{ address: 192.0.2.7 }]
`,
};
