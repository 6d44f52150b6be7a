import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import { checkedPods, hasStatus } from "./checked-workloads.ts";

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
    for (const pod of checkedPods(graph)) {
      if (pod.object.type !== "/Pod" || !hasStatus(pod)) continue;
      const { labels, annotations, podSpec, containers, initContainers } = pod;
      const key = "sidecar.istio.io/inject";
      if ((labels[key] ?? annotations[key] ?? "").toLowerCase() === "false") continue;
      if (podSpec.hostNetwork === true || pod.namespace === "istio-system") continue;
      if (modeOfNamespace(graph, pod.namespace) !== "sidecar") continue;
      if ([...containers, ...initContainers].some(({ name }) => name === "istio-proxy")) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "containers"]),
        message: "the pod runs without a proxy, though its namespace is injected",
        fix: "restart its workload, so that the injector sees the pod",
      });
    }
  },
};
