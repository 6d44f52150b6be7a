import type { Rule } from "../rule.ts";
import { checkedRunningPods, hasStatus } from "./checked-workloads.ts";
import { getsImage, waitsForImage } from "./image-auto.ts";

/** No pod keeps `image: auto`: one that runs was missed by the injector, one that is written has to be injected. */
export const imageOfPod: Rule = {
  id: "workloads/image-of-pod",
  code: "HED4144",
  severity: "error",
  summary: "no pod keeps the image auto",
  covers: ["IST0147"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedRunningPods(graph)) {
      if (!waitsForImage(pod)) continue;
      if (!hasStatus(pod) && getsImage(graph, pod) !== false) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "containers"]),
        message: "the proxy has the image auto, which no injector has replaced or will replace",
        fix: 'add the label sidecar.istio.io/inject: "true" to the pod, and create it again',
      });
    }
  },
};
