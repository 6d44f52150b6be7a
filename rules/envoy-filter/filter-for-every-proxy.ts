import { envoyFilterSpec, envoyFilterType } from "../../graph/kinds/envoy-filter.ts";
import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { settledObjects } from "../access/settled-objects.ts";
import type { Rule } from "../rule.ts";

/** An EnvoyFilter of the root namespace says for whom it is. Without, it patches every proxy of the mesh. */
export const filterForEveryProxy: Rule = {
  id: "envoy-filter/filter-for-every-proxy",
  code: "HED4462",
  severity: "info",
  summary: "an EnvoyFilter does not patch every proxy of the mesh",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const root = rootNamespace(graph);
    for (const object of settledObjects(graph, envoyFilterType, find)) {
      const spec = envoyFilterSpec(object);
      if (spec === undefined || object.namespace !== root) continue;
      const selected = Object.keys(spec.workloadSelector?.labels ?? {}).length;
      if (selected > 0 || (spec.targetRefs ?? []).length > 0) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec"]),
        message: `is in the root namespace ${root} without a selector, so that a mistake in it breaks every proxy`,
        fix: "add a workloadSelector, or move it to the namespace of the workloads",
      });
    }
  },
};
