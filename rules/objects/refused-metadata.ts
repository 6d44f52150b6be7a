import { printPath } from "../../diagnostics/index.ts";
import { liftProblems } from "../schema/read/lift-problems.ts";
import { toFinding } from "../schema/kind.ts";
import { createPlace, type Fault } from "../schema/place.ts";
import { checkMetadata } from "./metadata-faults.ts";
import type { Rule } from "../rule.ts";

/** Name, labels and annotations of an object are ones that the API server accepts. */
export const refusedMetadata: Rule = {
  id: "objects/refused-metadata",
  code: "HED4872",
  severity: "error",
  summary: "name, labels and annotations of an object are ones that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const faults: Fault[] = [];
    const metadata = createPlace("metadata", faults);
    for (const object of graph.objects) {
      if (!isKnown(object.group)) continue;
      checkMetadata(object, metadata);
      if (faults.length === 0) continue;
      const known = liftProblems(object);
      for (const fault of faults.splice(0)) {
        if (!known.has(printPath(fault.path))) find(toFinding(object, fault));
      }
    }
  },
};

const groups = new Set(["", "apps", "batch", "autoscaling", "policy"]);

/** Others have names of their own kind: those of roles may hold a colon. */
function isKnown(group: string): boolean {
  return (
    groups.has(group) || group.endsWith(".istio.io") || group.startsWith("gateway.networking.")
  );
}
