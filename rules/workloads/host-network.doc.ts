import type { RuleDoc } from "../rule.ts";

const deployment = (spec: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
apiVersion: apps/v1
kind: DaemonSet
metadata: { name: agent, namespace: shop }
spec:
  selector: { matchLabels: { app: agent } }
  template:
    metadata: { labels: { app: agent } }
    spec: { ${spec}containers: [{ name: app, image: example/agent }] }
`;

/** Text and examples of `workloads/host-network`. */
export const hostNetworkDoc: RuleDoc = {
  inventory: ["workload-hostnetwork-meshed"],
  what: "In a namespace that is injected, no workload has `hostNetwork: true`, unless it opts out of the mesh.",
  why: "The injector skips it without a word. Its calls are in clear, so that STRICT services refuse them, and calls to it are not protected.",
  fails: deployment("hostNetwork: true, "),
  passes: deployment(""),
};
