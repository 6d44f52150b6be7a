import { workloadGroupSpec, workloadGroupType } from "../../graph/kinds/workload-group.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Rule } from "../rule.ts";

const accountType = "/ServiceAccount";

/** The service account of a WorkloadGroup exists, where the input describes those of its namespace. */
export const accountOfGroup: Rule = {
  id: "workloads/account-of-group",
  code: "HED4160",
  severity: "warning",
  summary: "the service account of a WorkloadGroup exists",
  covers: ["KIA1701"],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const described = new Set(objectsOf(graph, accountType).map(({ namespace }) => namespace));
    for (const object of objectsOf(graph, workloadGroupType)) {
      const name = workloadGroupSpec(object)?.template?.serviceAccount ?? "";
      const { namespace } = object;
      if (name === "" || name === "default" || !described.has(namespace)) continue;
      if (findObject(graph, accountType, namespace, name) !== undefined) continue;
      find({
        outcome: "fail",
        origin: object.origin(["spec", "template", "serviceAccount"]),
        message: `there is no service account ${namespace}/${name}, and the machines of the group cannot join`,
        fix: "create the service account, or name one that exists",
      });
    }
  },
};
