import type { Rule } from "../rule.ts";
import { annotatedWorkloads } from "./checked-workloads.ts";

const excluded = "traffic.sidecar.istio.io/exclude";
const names = ["InboundPorts", "OutboundPorts", "OutboundIPRanges"].map((each) => excluded + each);
const mode = "sidecar.istio.io/interceptionMode";

/** Traffic of a workload in the mesh that its annotations lead past the proxy is named. */
export const captureBypass: Rule = {
  id: "workloads/capture-bypass",
  code: "HED4152",
  severity: "info",
  summary: "the proxy sees all traffic of a workload",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of annotatedWorkloads(graph)) {
      if (pod.mode === "none") continue;
      const said = names.filter((name) => (pod.annotations[name] ?? "").trim() !== "");
      if (pod.annotations[mode] === "NONE") said.push(mode);
      for (const name of said) {
        find({
          outcome: "fail",
          origin: pod.origin(["metadata", "annotations", name]),
          message: `${name} is ${JSON.stringify(pod.annotations[name])}, and that traffic bypasses the proxy`,
          fix: "remove it, or say in a comment why this traffic needs neither mTLS nor policy",
        });
      }
    }
  },
};
