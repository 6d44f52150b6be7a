import type { RuleDoc } from "../rule.ts";

const bank = (attempts: number) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: bank, namespace: shop }
spec:
  hosts: [api.bank.example]
  gateways: [mesh, egress]
  http:
    - match: [{ gateways: [mesh], port: 80 }]
      route: [{ destination: { host: istio-egressgateway.istio-system.svc.cluster.local } }]
      retries: { attempts: 2, perTryTimeout: 2s }
    - match: [{ gateways: [egress], port: 80 }]
      route: [{ destination: { host: api.bank.example } }]
      retries: { attempts: ${String(attempts)}, perTryTimeout: 500ms }
`;

const sdk = (retries: string) => `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route: [{ destination: { host: cart } }]
      retries: { attempts: 2, perTryTimeout: 500ms }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template:
    metadata: { labels: { app: web, sidecar.istio.io/inject: "true" } }
    spec:
      containers:
        - name: web
          image: "web:1"
          env:
            - { name: CART_URL, value: "http://cart:8080" }
            - { name: HTTP_MAX_RETRIES, value: "${retries}" }
`;

/** Text and examples of `resilience/retry-in-two-layers`. */
export const retryInTwoLayersDoc: RuleDoc = {
  inventory: ["retry-double-layer"],
  what: "What goes out through an egress gateway is tried again by the sidecar or by the gateway, not by both. A workload whose environment says how often it tries requests again (`HTTP_MAX_RETRIES=3`), and that calls a host by its URL or by declaration, is not given retries for that host by a VirtualService too.",
  why: "The tries multiply: three by the application, each three times by the proxy, are nine. Neither of the two settings shows it.",
  fails: bank(2) + sdk("3"),
  passes: bank(0) + sdk("0"),
};
