import type { RuleDoc } from "../rule.ts";

/** Text and examples of `workloads/proxy-user`. */
export const proxyUserDoc: RuleDoc = {
  inventory: ["workload-uid-1337"],
  what: "Neither the security context of a pod nor that of one of its containers, the proxy's apart, has `runAsUser: 1337`. All kinds of workloads are checked.",
  why: "The redirection leaves out what user 1337 sends, because that is the proxy. The application sends in clear, past every route and policy, and STRICT servers refuse it.",
  fails: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: app, image: example/cart, securityContext: { runAsUser: 1337 } }]
`,
  passes: `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec:
      containers: [{ name: app, image: example/cart, securityContext: { runAsUser: 1000 } }]
`,
};
