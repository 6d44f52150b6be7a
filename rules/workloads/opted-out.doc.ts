import type { RuleDoc } from "../rule.ts";

const deployment = (labels: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { ${labels} } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/opted-out`. */
export const optedOutDoc: RuleDoc = {
  inventory: ["workload-injection-off"],
  what: 'In a namespace that is injected, workloads that opt out with `sidecar.istio.io/inject: "false"`, as a label or as an annotation, are named.',
  why: "It sends and receives in clear and no policy holds for it. Often it was a quick help in an incident that nobody took back.",
  fails: deployment('app: cart, sidecar.istio.io/inject: "false"'),
  passes: deployment("app: cart"),
};
