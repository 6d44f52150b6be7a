import type { RuleDoc } from "../rule.ts";

const cart = (hash: string) => `apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports: [{ name: http, port: 80 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 80, name: http, protocol: HTTP }
      hosts: [shop.example.com]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge/edge]
  http:
    - route: [{ destination: { host: cart } }]
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    loadBalancer:
      consistentHash: { ${hash} }
`;

/** Text and examples of `destinations/hash-by-address`. */
export const hashByAddressDoc: RuleDoc = {
  inventory: ["lb-consistent-hash"],
  what: "A DestinationRule does not hash by the address of the sender (`useSourceIp`) where a route from a gateway leads to its host and the Service of that gateway does not keep addresses (`externalTrafficPolicy: Local`). No route with retries of its own leads to a host with consistent hashing.",
  why: "All requests come from a few addresses, of nodes or of a load balancer, and go to a few instances, while the others idle. And a request that fails is sent to the instance that has just failed.",
  fails: cart("useSourceIp: true"),
  passes: cart("httpCookie: { name: session, ttl: 0s }"),
};
