import type { RuleDoc } from "../rule.ts";

const gateway = (replicas: number) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: ${String(replicas)}
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress, sidecar.istio.io/inject: "true" } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`;

/** Text and examples of `operations/single-gateway`. */
export const singleGatewayDoc: RuleDoc = {
  inventory: ["ops-gateway-replicas"],
  what: "A Deployment whose pods are a proxy and nothing else, that is a gateway, has at least two replicas, or an autoscaler that keeps at least two.",
  why: "Each rollout and each lost node closes the way in for everybody.",
  fails: gateway(1),
  passes: gateway(2),
};
