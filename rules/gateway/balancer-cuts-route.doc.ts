import type { RuleDoc } from "../rule.ts";

const edge = (seconds: number) => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: edge }
  servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [shop/shop.example.com] }]
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: reports, namespace: shop }
spec:
  hosts: [shop.example.com]
  gateways: [edge]
  http: [{ timeout: 120s, route: [{ destination: { host: reports } }] }]
---
apiVersion: v1
kind: Service
metadata:
  name: edge
  namespace: shop
  annotations: { service.beta.kubernetes.io/aws-load-balancer-connection-idle-timeout: "${String(seconds)}" }
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports: [{ port: 80, name: http }]
`;

/** Text and examples of `gateway/balancer-cuts-route`. */
export const balancerCutsRouteDoc: RuleDoc = {
  inventory: ["timeout-edge"],
  what: "The idle timeout that annotations give the load balancer of a gateway, for AWS or Azure, is not shorter than the timeout of a route at that gateway.",
  why: "While a slow request runs, nothing moves on its connection. The load balancer closes it and the client sees an error, while the service works on for an answer that nobody gets.",
  fails: edge(60),
  passes: edge(150),
};
