import type { RuleDoc } from "../rule.ts";

const gateway = (more: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: 2
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress, sidecar.istio.io/inject: "true" } }
    spec:
      containers: [{ name: istio-proxy, image: auto }]
${more}`;

/** Text and examples of `operations/gateway-on-one-node`. */
export const gatewayOnOneNodeDoc: RuleDoc = {
  inventory: ["ops-gateway-spread"],
  what: "A Deployment whose pods are a proxy and nothing else, with at least two instances, has topology spread constraints or a rule that keeps its pods apart.",
  why: "Two instances on one node are lost with that node, and all in one zone with that zone.",
  fails: gateway(""),
  passes: gateway(`      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: { matchLabels: { istio: ingress } }
`),
};
