import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import type { Finding } from "../rule.ts";

/**
 * The objects of a type whose content is known. One that has a value which the deploy decides is reported as
 * undecided: a rule that reads what is left of it could only guess.
 */
export function settledObjects(
  graph: ObjectGraph,
  type: string,
  find: (finding: Finding) => void,
): readonly KubernetesObject[] {
  return objectsOf(graph, type).filter((object) => {
    const open = object.unresolved.find(([first]) => first !== "metadata");
    if (open === undefined) return true;
    find({
      outcome: "unknown",
      origin: object.origin(open),
      message: "a value is not known before the deploy",
      fix: "use a plain value, which can be checked in the preview",
    });
    return false;
  });
}
