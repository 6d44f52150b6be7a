import { modeOfNamespace } from "../../graph/objects/injection.ts";
import type { Rule } from "../rule.ts";
import { checkedWorkloads } from "./checked-workloads.ts";

const key = "sidecar.istio.io/inject";

/** No workload of an injected namespace uses the network of its node, where no proxy can be. */
export const hostNetwork: Rule = {
  id: "workloads/host-network",
  code: "HED4151",
  severity: "warning",
  summary: "no workload in the mesh uses the network of its node",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    for (const pod of checkedWorkloads(graph)) {
      const { labels, annotations, podSpec, namespace } = pod;
      if (podSpec.hostNetwork !== true || (labels[key] ?? annotations[key]) === "false") continue;
      if (modeOfNamespace(graph, namespace) !== "sidecar") continue;
      find({
        outcome: "fail",
        origin: pod.origin(["spec", "hostNetwork"]),
        message:
          "the workload uses the network of its node and never gets a proxy, though its namespace is in the mesh",
        fix: `use the network of the pod, or add the label ${key}: "false" to say that it stays outside`,
      });
    }
  },
};
