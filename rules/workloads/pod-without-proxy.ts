import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import type { VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { waitsForImage } from "./image-auto.ts";
import { checkedRunningPods, hasStatus } from "./checked-workloads.ts";

/** A pod that runs in an injected namespace has a proxy. It is decided in the dump of a cluster only. */
export const podWithoutProxy: Rule = {
  id: "workloads/pod-without-proxy",
  code: "HED4146",
  severity: "warning",
  summary: "a pod that runs in an injected namespace has a proxy",
  covers: ["IST0103"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    // Where other pods have their proxies already, the input shows what runs.
    const isDump = checkedRunningPods(graph).some((pod) => isInjected(pod));
    for (const pod of checkedRunningPods(graph)) {
      if (!(isDump || hasStatus(pod))) continue;
      const { labels, annotations, podSpec } = pod;
      const key = "sidecar.istio.io/inject";
      if ((labels[key] ?? annotations[key] ?? "").toLowerCase() === "false") continue;
      if (podSpec.hostNetwork === true || pod.namespace === "istio-system") continue;
      if (modeOfNamespace(graph, pod.namespace) !== "sidecar") continue;
      if (hasProxy(pod)) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "containers"]),
        message: "the pod runs without a proxy, though its namespace is injected",
        fix: "restart its workload, so that the injector sees the pod",
      });
    }
  },
};

function hasProxy({ containers, initContainers }: VirtualPod): boolean {
  return [...containers, ...initContainers].some(({ name }) => name === "istio-proxy");
}

/** Whether the injector put the proxy in; people write gateways by hand, with an image that it replaces. */
function isInjected(pod: VirtualPod): boolean {
  const isOwn = pod.containers.some(({ name }) => name !== "istio-proxy");
  return isOwn && hasProxy(pod) && !waitsForImage(pod);
}
