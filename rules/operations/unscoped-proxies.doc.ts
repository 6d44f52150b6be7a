import type { RuleDoc } from "../rule.ts";

const services = Array.from(
  { length: 51 },
  (_, index) => `---
apiVersion: v1
kind: Service
metadata: { name: part-${String(index)}, namespace: shop }
spec: { selector: { app: part-${String(index)} }, ports: [{ name: http, port: 80 }] }
`,
).join("");

const cart = `apiVersion: apps/v1
kind: Deployment
metadata: { name: part-0, namespace: shop }
spec:
  selector: { matchLabels: { app: part-0 } }
  template:
    metadata: { labels: { app: part-0, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: part, image: shop/part }] }
`;

/** Text and examples of `operations/unscoped-proxies`. */
export const unscopedProxiesDoc: RuleDoc = {
  inventory: ["ops-sidecar-scope"],
  what: "Where more than 50 hosts can be seen from everywhere, every namespace with sidecars has a Sidecar without a selector, or the root namespace has one, or `discoverySelectors` of MeshConfig says what istiod looks at.",
  why: "Each sidecar holds the configuration of every host, and istiod sends each of them every change: memory and work grow with the square of the mesh.",
  fails: cart + services,
  passes: `${cart}${services}---
apiVersion: networking.istio.io/v1
kind: Sidecar
metadata: { name: default, namespace: shop }
spec:
  egress: [{ hosts: ["./part-1.shop.svc.cluster.local"] }]
`,
};
