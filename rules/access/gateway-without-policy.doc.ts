import type { RuleDoc } from "../rule.ts";

const edge = `apiVersion: v1
kind: Service
metadata: { name: edge, namespace: edge }
spec:
  type: LoadBalancer
  selector: { istio: edge }
  ports: [{ name: https, port: 443 }]
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: edge }
spec:
  selector: { istio: edge }
  servers:
    - port: { number: 443, name: https, protocol: HTTPS }
      hosts: [shop.example.com]
      tls: { mode: SIMPLE, credentialName: shop }
`;

/** Text and examples of `access/gateway-without-policy`. */
export const gatewayWithoutPolicyDoc: RuleDoc = {
  inventory: ["authz-gateway-public-open"],
  what: 'Where a Service of type LoadBalancer without source ranges, and without the annotation of an internal load balancer, leads to the proxies of a Gateway, an AuthorizationPolicy or a RequestAuthentication chooses these proxies. A gateway for everybody has the annotation `heddle.dev/public: "true"`.',
  why: "What is behind the gateway may count on being called from inside only. A host that a route adds is on the internet at once, and nothing asks who calls.",
  fails: edge,
  passes: `${edge}---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: shop, namespace: edge }
spec:
  selector: { matchLabels: { istio: edge } }
  rules:
    - to: [{ operation: { hosts: [shop.example.com, "shop.example.com:*"], paths: ["/shop/*"] } }]
`,
};
