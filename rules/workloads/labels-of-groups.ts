import { workloadGroupSpec, workloadGroupType } from "../../graph/kinds/workload-group.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

/** Each WorkloadGroup of a namespace has labels of its own. */
export const labelsOfGroups: Rule = {
  id: "workloads/labels-of-groups",
  code: "HED4161",
  severity: "warning",
  summary: "each WorkloadGroup of a namespace has labels of its own",
  covers: ["KIA1702"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const groups = objectsOf(graph, workloadGroupType).flatMap((object) => {
      const labels = Object.entries(workloadGroupSpec(object)?.metadata?.labels ?? {});
      const key = labels.map(([name, value]) => `${name}=${value}`).sort();
      return key.length === 0 ? [] : [{ object, key: `${object.namespace}: ${key.join(", ")}` }];
    });
    for (const [key, same] of Map.groupBy(groups, (each) => each.key)) {
      // Several states of one group are no conflict: all of them are in one namespace.
      const groups = new Set(same.map(({ object }) => object.name));
      if (groups.size < 2) continue;
      const names = [...groups].sort().join(" and ");
      for (const { object } of same) {
        find({
          outcome: "fail",
          origin: object.origin(["spec", "metadata", "labels"]),
          message: `the groups ${names} have the same labels (${key})`,
          fix: "give each group a label that tells it apart, or merge them",
        });
      }
    }
  },
};
