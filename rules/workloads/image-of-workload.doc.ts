import type { RuleDoc } from "../rule.ts";

const namespace = `apiVersion: v1
kind: Namespace
metadata: { name: edge }
---
`;

/** Text and examples of `workloads/image-of-workload`. */
export const imageOfWorkloadDoc: RuleDoc = {
  inventory: ["workload-proxy-image-pinned"],
  what: "A workload, mostly a gateway, whose container `istio-proxy` has `image: auto` is matched by an injector: by those of the input, or else by the labels that Istio's injectors look at.",
  why: "There is no image of the name `auto`. The pods stay in ImagePullBackOff, and the gateway does not come up.",
  fails: `${namespace}apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress }, annotations: { inject.istio.io/templates: gateway } }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
  passes: `${namespace}apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata:
      labels: { istio: ingress, sidecar.istio.io/inject: "true" }
      annotations: { inject.istio.io/templates: gateway }
    spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
};
