import type { RuleDoc } from "../rule.ts";

const callers = (inject: string) => `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec:
  mtls: { mode: STRICT }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 8080 }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: cart, image: "cart:1" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: legacy }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: "${inject}" } }
    spec:
      containers:
        - name: web
          image: "web:1"
          env: [{ name: CART_URL, value: "http://cart.shop:8080" }]
`;

/** Text and examples of `mtls/caller-outside-mesh`. */
export const callerOutsideMeshDoc: RuleDoc = {
  inventory: ["mtls-strict-nonmesh-client"],
  what: "Nobody calls a server that takes mTLS only without being in the mesh. Callers are the services that a mesh file declares to call, workloads whose environment or arguments hold the URL of the Service, and ingress controllers with an Ingress for it. A caller is outside where it has no proxy, runs on the network of its node, or excludes the port of the Service from its proxy.",
  why: "The server takes no plaintext: from the moment that the policy is applied, every call of such a caller fails, with a connection that is reset.",
  fails: callers("false"),
  passes: callers("true"),
};
