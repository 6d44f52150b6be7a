import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/open-cors`. */
export const openCorsDoc: RuleDoc = {
  inventory: ["gw-cors-open"],
  what: "A CORS policy that allows credentials names its origins: no `*`, no expression that matches everything, no prefix such as `https://`.",
  why: "Any site that a user visits can then call the service with the user's cookies, and read the answers.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api]
  http:
    - corsPolicy: { allowOrigins: [{ regex: ".*" }], allowCredentials: true }
      route: [{ destination: { host: api } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: api, namespace: shop }
spec:
  hosts: [api]
  http:
    - corsPolicy: { allowOrigins: [{ exact: "https://shop.example.com" }], allowCredentials: true }
      route: [{ destination: { host: api } }]
`,
};
