import type { RuleDoc } from "../rule.ts";

const gateway = (resources: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: gateway, namespace: edge }
spec:
  replicas: 2
  selector: { matchLabels: { istio: ingress } }
  template:
    metadata: { labels: { istio: ingress } }
    spec:
      containers:
        - name: istio-proxy
          image: istio/proxyv2:1.30.2${resources}
`;

/** Text and examples of `operations/missing-requests`. */
export const missingRequestsDoc: RuleDoc = {
  inventory: ["ops-resources"],
  what: "The container of a gateway whose proxy is written out, and that of istiod, request CPU and memory, or have limits, which count as requests. A proxy that the injector puts in (`image: auto`) has the requests of the injector.",
  why: "Without requests Kubernetes places them on full nodes and takes their CPU and memory first: the way into the mesh is slow, or killed, exactly when there is much to do.",
  fails: gateway(""),
  passes: gateway("\n          resources: { requests: { cpu: 500m, memory: 256Mi } }"),
};
