import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";
import { getsImage, waitsForImage } from "./image-auto.ts";

/** A workload with `image: auto` is injected: nothing else puts the image in. */
export const imageOfWorkload: Rule = {
  id: "workloads/image-of-workload",
  code: "HED4143",
  severity: "warning",
  summary: "a workload with the image auto is injected",
  covers: ["IST0146"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedWorkloads(graph)) {
      if (!waitsForImage(pod) || getsImage(graph, pod) !== false) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "containers"]),
        message: "the proxy has the image auto, and no injector matches the pod to replace it",
        fix: 'add the label sidecar.istio.io/inject: "true" to the pod, or the label of injection to its namespace',
      });
    }
  },
};
