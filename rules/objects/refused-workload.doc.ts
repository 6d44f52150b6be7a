import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/refused-workload`. */
export const refusedWorkloadDoc: RuleDoc = {
  what: "A workload says nothing that the API server refuses: its selector selects its own template, containers and their ports have names of their own, ports are between 1 and 65535. What it leaves out is not looked at.",
  why: "The deploy stops at the workload, and what is routed to it finds nobody.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: card } }
    spec: { containers: [{ name: app, image: shop/cart }] }
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: shop/cart }] }
`,
};
