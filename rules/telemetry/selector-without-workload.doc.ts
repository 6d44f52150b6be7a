import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/selector-without-workload`. */
export const telemetrySelectorWithoutWorkloadDoc: RuleDoc = {
  what: "The selector of a Telemetry matches a workload of its namespace. Where the input describes no workload at all, it cannot be decided.",
  why: "Nobody writes the logs, metrics or traces that it asks for, which shows when they are needed.",
  fails: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: carts } }
  accessLogging: [{ providers: [{ name: envoy }] }]
`,
  passes: `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, tier: backend } }
    spec:
      containers: [{ name: app, image: registry.example/cart:1 }]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  accessLogging: [{ providers: [{ name: envoy }] }]
`,
};
