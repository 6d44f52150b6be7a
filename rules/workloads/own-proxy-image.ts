import type { Rule } from "../rule.ts";
import { annotatedWorkloads } from "./checked-workloads.ts";

const name = "sidecar.istio.io/proxyImage";

/** Workloads that say the image of their proxy themselves are named: an upgrade passes them by. */
export const ownProxyImage: Rule = {
  id: "workloads/own-proxy-image",
  code: "HED4155",
  severity: "info",
  summary: "the injector decides on the image of the proxy",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of annotatedWorkloads(graph)) {
      const image = pod.annotations[name];
      if (image === undefined) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", "annotations", name]),
        message: `the image of the proxy is fixed to ${image}, and upgrades of the mesh pass it by`,
        fix: "remove the annotation, and set the image for the whole mesh",
      });
    }
  },
};
