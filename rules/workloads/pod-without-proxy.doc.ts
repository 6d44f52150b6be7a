import type { RuleDoc } from "../rule.ts";

const namespace = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
---
`;

/** Text and examples of `workloads/pod-without-proxy`. */
export const podWithoutProxyDoc: RuleDoc = {
  inventory: ["ns-not-in-mesh"],
  what: "In the dump of a cluster, where pods have a status, each pod in an injected namespace has a container `istio-proxy`, unless it opts out or uses the network of its node. Pods that are only written are not judged: the injector comes later.",
  why: "The pod was created before its namespace was injected, or while the injector did not answer. Its traffic is in clear.",
  fails: `${namespace}apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec: { containers: [{ name: app, image: example/cart }] }
status: { phase: Running }
`,
  passes: `${namespace}apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec:
  containers: [{ name: app, image: example/cart }, { name: istio-proxy, image: istio/proxyv2 }]
status: { phase: Running }
`,
};
