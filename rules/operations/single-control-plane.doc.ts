import type { RuleDoc } from "../rule.ts";

const istiod = (replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: istio/pilot }] }
`;

/** Text and examples of `operations/single-control-plane`. */
export const singleControlPlaneDoc: RuleDoc = {
  inventory: ["ops-istiod-ha"],
  what: "The Deployment of istiod has at least two replicas, or an autoscaler that keeps at least two.",
  why: "While the only istiod is away, no pod of an injected namespace can be created, because its webhook fails closed: a lost node then takes everything on it down for longer.",
  fails: istiod(1),
  passes: istiod(2),
};
