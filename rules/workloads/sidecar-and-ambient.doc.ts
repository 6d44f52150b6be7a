import type { RuleDoc } from "../rule.ts";

const deployment = (labels: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart, ${labels} } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/sidecar-and-ambient`. */
export const sidecarAndAmbientDoc: RuleDoc = {
  inventory: ["ambient-sidecar-mix"],
  what: 'No pod has both labels, `istio.io/dataplane-mode: ambient` and `sidecar.istio.io/inject: "true"`.',
  why: "A pod with a sidecar is not taken into ambient, so that the policies of its waypoint do not hold for it, though its label says that they do.",
  fails: deployment('istio.io/dataplane-mode: ambient, sidecar.istio.io/inject: "true"'),
  passes: deployment("istio.io/dataplane-mode: ambient"),
};
