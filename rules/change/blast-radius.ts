import { rootNamespace } from "../../graph/objects/mesh-config.ts";
import { virtualPods } from "../../graph/objects/virtual-pods.ts";
import type { ChangeRule } from "../rule.ts";
import { changedObjects } from "./changed-objects.ts";

/** Most workloads of the mesh that one change may reach at once. */
const most = 10;

/** What reaches many workloads is tried on a few first. */
export const blastRadius: ChangeRule = {
  id: "change/blast-radius",
  code: "HED4720",
  severity: "warning",
  summary: "no change reaches more than 10 workloads at once",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    const root = rootNamespace(change.after);
    const pods = virtualPods(change.after).filter(({ mode }) => mode !== "none");
    for (const { object, selector } of changedObjects(change)) {
      const everywhere = object.namespace === root;
      if (selector !== undefined && Object.keys(selector).length > 0) continue;
      const reached = pods.filter(({ namespace }) => everywhere || namespace === object.namespace);
      if (reached.length <= most) continue;
      const where = everywhere ? "the whole mesh" : `namespace ${object.namespace}`;
      find({
        outcome: "fail",
        origin: object.origin(),
        message: `this changes for ${where} at once: ${String(reached.length)} workloads`,
        fix: "try it on one workload first, with a selector, then on one namespace; suppress this with the reason when that is done",
      });
    }
  },
};
