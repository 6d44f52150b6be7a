import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/http-on-tcp`. */
export const httpOnTcpDoc: RuleDoc = {
  inventory: ["authz-http-on-tcp"],
  what: "An AuthorizationPolicy with a condition that only HTTP has (hosts, methods, paths, tokens, `request.*`) does not select workloads whose every port is declared as plain TCP, TLS or a database protocol.",
  why: "On such a port the proxy does not see HTTP. An ALLOW with such a condition never matches, so that all connections are refused; a DENY loses the condition and refuses all connections.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: db, namespace: shop }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/db:1 }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  selector: { app: db }
  ports: [{ name: tcp-sql, port: 5432 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: db } }
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: db, namespace: shop }
spec:
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/db:1 }]
---
apiVersion: v1
kind: Service
metadata: { name: db, namespace: shop }
spec:
  selector: { app: db }
  ports: [{ name: tcp-sql, port: 5432 }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: db } }
  rules:
    - to: [{ operation: { ports: ["5432"] } }]
`,
};
