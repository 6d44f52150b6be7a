import type { RuleDoc } from "../rule.ts";

const cart = (when: string) => `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: users, namespace: istio-system }
spec:
  selector: { matchLabels: { istio: ingressgateway } }
  jwtRules:
    - issuer: https://login.example.com
      jwksUri: https://login.example.com/keys
      outputClaimToHeaders: [{ header: x-user-role, claim: role }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: cart, image: "cart:1" }] }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: admins, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  rules:
    - ${when}
`;

const admin = 'when: [{ key: "request.headers[x-user-role]", values: [admin] }]';

/** Text and examples of `jwt/forged-claim-header`. */
export const forgedClaimHeaderDoc: RuleDoc = {
  inventory: ["jwt-claim-header-spoof"],
  what: "A header that a RequestAuthentication fills from a claim (`outputClaimToHeaders`) is trusted only where it cannot come from the client. An AuthorizationPolicy that compares it is for workloads where the token is checked, or names the principals that may send it. A service that several gateways lead to gets it from all of them, or the routes of the others remove it.",
  why: "The proxy that checks the token removes what the client has sent in this header. Any other proxy passes it on: a client writes `x-user-role: admin`, and is one.",
  fails: cart(admin),
  passes: cart(
    `from: [{ source: { principals: [cluster.local/ns/istio-system/sa/istio-ingressgateway] } }]\n      ${admin}`,
  ),
};
