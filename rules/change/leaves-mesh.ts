import type { ChangeRule } from "../rule.ts";
import { podPairs } from "./pod-pairs.ts";

/** A workload that has a proxy keeps it. */
export const leavesMesh: ChangeRule = {
  id: "change/leaves-mesh",
  code: "HED4724",
  severity: "warning",
  summary: "no workload of the mesh leaves it",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(change, find) {
    for (const { before, after } of podPairs(change)) {
      if (after.mode !== "none" || before.mode === "none" || before.mode === undefined) continue;
      const how =
        before.mode === "sidecar" ? "had a proxy and gets none" : "is taken out of ambient";
      find({
        outcome: "fail",
        origin: after.origin(["metadata", "labels"]),
        message: `${how}: it loses its identity in the mesh`,
        fix: "keep the label of its namespace or of its pods that puts it into the mesh; if it is meant, make what it calls permissive and take its identity out of access rules first",
      });
    }
  },
};
