import type { RuleDoc } from "../rule.ts";

const cart = (native: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata:
      labels: { app: cart, sidecar.istio.io/inject: "true" }
      annotations: { sidecar.istio.io/nativeSidecar: "${native}" }
    spec:
      initContainers:
        - name: wait
          image: curl
          command: [sh, -c, "until curl -s http://stock/ready; do sleep 1; done"]
      containers: [{ name: cart, image: "cart:1" }]
`;

/** Text and examples of `workloads/starts-before-proxy`. */
export const startsBeforeProxyDoc: RuleDoc = {
  inventory: ["startup-order"],
  what: 'Where the proxy is not a native sidecar (`sidecar.istio.io/nativeSidecar: "false"`, or istiod is told so), no initial container calls others, unless as user 1337, and no container does so before it starts its application, unless it waits for the proxy (`holdApplicationUntilProxyStarts`). Calls are recognised by the commands.',
  why: "Traffic of the pod is led to the proxy before the proxy runs. An initial container that waits for another service waits for ever; an application that connects as it starts fails, and is started again and again.",
  fails: cart("false"),
  passes: cart("true"),
};
