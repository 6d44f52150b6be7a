import type { RuleDoc } from "../rule.ts";

const edge = (host: string) => `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: ["${host}"]
      tls: { mode: SIMPLE, credentialName: shop }
---
apiVersion: v1
kind: Service
metadata:
  name: edge
  namespace: shop
  annotations:
    service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:eu-central-1:1:certificate/a
    service.beta.kubernetes.io/aws-load-balancer-backend-protocol: ssl
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports: [{ port: 443, name: https }]
`;

/** Text and examples of `gateway/server-name-lost`. */
export const serverNameLostDoc: RuleDoc = {
  inventory: ["gw-sni-behind-tls-lb"],
  what: "Where the annotation `aws-load-balancer-ssl-cert` makes the load balancer of a gateway end TLS on a port, servers of that port that start TLS anew have the host `*`.",
  why: "The load balancer opens its own connection and says no server name in it. The gateway chooses by that name, finds none, and closes the connection; the health checks of the load balancer, which only open the port, stay green.",
  fails: edge("shop.example.com"),
  passes: edge("shop/*"),
};
