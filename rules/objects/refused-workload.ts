import { printPath } from "../../diagnostics/index.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf } from "../../graph/objects/objects-of.ts";
import { templateIssues, templatePaths } from "../../graph/objects/read-template.ts";
import { virtualPods, type VirtualPod } from "../../graph/objects/virtual-pods.ts";
import { toFinding } from "../schema/kind.ts";
import { liftProblems } from "../schema/read/lift-problems.ts";
import { createPlace, type Fault, type Place } from "../schema/place.ts";
import { checkContainers, checkSelector } from "./workload-faults.ts";
import type { Finding, Rule } from "../rule.ts";

/** A workload says nothing that the API server refuses; what it leaves out is not looked at. */
export const refusedWorkload: Rule = {
  id: "objects/refused-workload",
  code: "HED4871",
  severity: "error",
  summary: "a workload is one that the API server accepts",
  covers: [],
  reads: ["objects"],
  needs: [],
  check(graph, find) {
    const faults: Fault[] = [];
    const selector = createPlace("spec", faults).at("selector");
    for (const pod of virtualPods(graph)) {
      checkSelector(pod, selector);
      checkContainers(pod, placeOfSpec(pod, faults));
      if (faults.length === 0) continue;
      for (const fault of faults.splice(0)) find(toFinding(pod.object, fault));
    }
    for (const type of templatePaths.keys()) {
      for (const object of objectsOf(graph, type)) reportUnreadable(object, find);
    }
  },
};

function placeOfSpec({ path }: VirtualPod, faults: Fault[]): Place {
  const [first, ...below] = path;
  // A Pod is the object itself.
  if (first === undefined) return createPlace("spec", faults);
  let place = createPlace(String(first), faults);
  for (const step of below) place = place.at(step);
  return place.at("spec");
}

/** Of a pod that cannot be read no rule says anything. */
function reportUnreadable(object: KubernetesObject, find: (finding: Finding) => void): void {
  const issues = templateIssues(object);
  if (issues.length === 0) return;
  const known = liftProblems(object);
  for (const { path, message } of issues) {
    if (!known.has(printPath(path))) find(toFinding(object, { path, message }));
  }
}
