import type { RuleDoc } from "../rule.ts";

const authentication = `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: { name: users, namespace: shop }
spec:
  jwtRules: [{ issuer: https://users.example.com, jwksUri: https://users.example.com/keys }]
---
`;

/** Text and examples of `workloads/open-key-fetch`. */
export const openKeyFetchDoc: RuleDoc = {
  inventory: ["jwt-jwks-ssrf"],
  what: "Where the input holds a RequestAuthentication and the Deployment of istiod, istiod has `BLOCKED_CIDRS_IN_JWKS_URIS` set.",
  why: "istiod fetches each `jwksUri` with its own place in the network. Whoever may write a RequestAuthentication can have it ask addresses that he cannot reach himself, such as the metadata service of the cloud.",
  fails: `${authentication}apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: istio/pilot }] }
`,
  passes: `${authentication}apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  template:
    metadata: { labels: { app: istiod } }
    spec:
      containers:
        - name: discovery
          image: istio/pilot
          env: [{ name: BLOCKED_CIDRS_IN_JWKS_URIS, value: 169.254.0.0/16 }]
`,
};
