import type { RuleDoc } from "../rule.ts";

const deployment = (annotations: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart }, annotations: { ${annotations} } }
    spec: { containers: [{ name: app, image: example/cart }] }
`;

/** Text and examples of `workloads/capture-bypass`. */
export const captureBypassDoc: RuleDoc = {
  inventory: ["workload-capture-bypass"],
  what: "Annotations that lead ports or address ranges past the proxy (`excludeInboundPorts`, `excludeOutboundPorts`, `excludeOutboundIPRanges`, `interceptionMode: NONE`) are named.",
  why: "What they exclude is in clear and outside of every policy: an inbound port is a side door past STRICT mTLS and authorisation.",
  fails: deployment('traffic.sidecar.istio.io/excludeInboundPorts: "9000"'),
  passes: deployment('prometheus.io/port: "9000"'),
};
