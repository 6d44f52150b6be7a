import type { RuleDoc } from "../rule.ts";

const cart = (labels: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { ${labels}, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: cart, image: "cart:1" }] }
`;

/** Text and examples of `telemetry/unnamed-workload`. */
export const unnamedWorkloadDoc: RuleDoc = {
  inventory: ["telemetry-labels"],
  what: "The pods of a workload of the mesh have one of the labels by which Istio names it (`app`, `app.kubernetes.io/name`, `service.istio.io/canonical-name`); where workloads of one name run different images, also one for the version (`version`, `app.kubernetes.io/version`, `service.istio.io/canonical-revision`).",
  why: "Metrics, traces and the graph of Kiali are by these labels. Without them a canary and the version that it is to replace are one line in every chart.",
  fails: cart("component: cart"),
  passes: cart("app: cart"),
};
