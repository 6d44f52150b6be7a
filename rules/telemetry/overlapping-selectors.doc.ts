import type { RuleDoc } from "../rule.ts";

/** Text and examples of `telemetry/overlapping-selectors`. */
export const overlappingTelemetrySelectorsDoc: RuleDoc = {
  inventory: ["telemetry-overlap"],
  what: "No workload is selected by two Telemetries.",
  why: "Only one of them holds, and which one is not defined: logs or metrics are missing without a word.",
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
  selector: { matchLabels: { app: cart } }
  accessLogging: [{ providers: [{ name: envoy }] }]
---
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: { name: backend, namespace: shop }
spec:
  selector: { matchLabels: { tier: backend } }
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
