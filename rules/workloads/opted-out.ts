import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";

const key = "sidecar.istio.io/inject";

/** Workloads of an injected namespace that stay outside the mesh are named. */
export const optedOut: Rule = {
  id: "workloads/opted-out",
  code: "HED4150",
  severity: "info",
  summary: "the workloads of an injected namespace are in the mesh",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedWorkloads(graph)) {
      if (pod.mode !== "none" || modeOfNamespace(graph, pod.namespace) !== "sidecar") continue;
      const place = [pod.labels, pod.annotations].findIndex((each) => each[key] === "false");
      if (place < 0) continue;
      find({
        outcome: "fail",
        origin: pod.origin(["metadata", place === 0 ? "labels" : "annotations", key]),
        message: `${key} is "false", and the workload leaves the mesh of its namespace`,
        fix: "remove it, unless the workload has to stay outside",
      });
    }
  },
};
