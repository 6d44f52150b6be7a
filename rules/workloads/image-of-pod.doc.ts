import type { RuleDoc } from "../rule.ts";

/** Text and examples of `workloads/image-of-pod`. */
export const imageOfPodDoc: RuleDoc = {
  inventory: ["workload-proxy-image-pinned"],
  what: "A pod whose container `istio-proxy` has `image: auto` is one that an injector will change. In a dump of a cluster, where pods have a status, none has that image any more.",
  why: "There is no image of the name `auto`: the pod cannot start.",
  fails: `apiVersion: v1
kind: Pod
metadata: { name: gateway, namespace: edge, labels: { sidecar.istio.io/inject: "false" } }
spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
  passes: `apiVersion: v1
kind: Pod
metadata: { name: gateway, namespace: edge, labels: { sidecar.istio.io/inject: "true" } }
spec: { containers: [{ name: istio-proxy, image: auto }] }
`,
};
