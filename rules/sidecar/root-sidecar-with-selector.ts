import { sidecarSpec, sidecarType } from "../../graph/kinds/sidecar.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { isStandardGateway } from "../gateway/standard-gateway.ts";
import { podsSelectedBy } from "../../graph/objects/virtual-pods.ts";
import type { Rule } from "../rule.ts";

/** A Sidecar of the root namespace is the default of the mesh, and so has no selector. */
export const rootSidecarWithSelector: Rule = {
  id: "sidecar/root-sidecar-with-selector",
  code: "HED4445",
  severity: "warning",
  summary: "the Sidecar of the root namespace has no selector",
  covers: ["KIA1006"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const root = rootNamespace(graph);
    for (const object of objectsOf(graph, sidecarType)) {
      const labels = sidecarSpec(object)?.workloadSelector?.labels ?? {};
      if (object.namespace !== root || Object.keys(labels).length === 0) continue;
      // One for a workload that runs there is meant for that workload.
      if (isStandardGateway(labels) || podsSelectedBy(graph, root, labels).length > 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "workloadSelector"]),
        message: `is in the root namespace ${root} and selects workloads, so that it is not the default of the mesh`,
        fix: "remove the workloadSelector, or move the Sidecar to the namespace of the workloads",
      });
    }
  },
};
