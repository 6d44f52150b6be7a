import { perList } from "../../graph/per-list.ts";
import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { objectsOf, type ObjectGraph } from "../../graph/objects/objects-of.ts";
import { among } from "../../graph/objects/objects-with.ts";
import type { Finding } from "../rule.ts";

/**
 * The objects of a type whose content is known; with `fields`, those that say at least one of them. One that has a value
 * which the deploy decides is reported as undecided: a rule that reads what is left of it could only guess.
 */
export function settledObjects(
  graph: ObjectGraph,
  type: string,
  find: (finding: Finding) => void,
  ...fields: readonly string[]
): readonly KubernetesObject[] {
  const { settled, open } = split(objectsOf(graph, type));
  for (const finding of open) find(finding);
  return fields.length === 0 ? settled : among(settled, fields);
}

const split = perList((objects: readonly KubernetesObject[]) => {
  // Files say everything, and for the same list there is one index.
  if (objects.every(({ unresolved }) => unresolved.length === 0)) {
    return { settled: objects, open: [] };
  }
  const isOpen = ([first]: readonly unknown[]): boolean => first !== "metadata";
  const open = objects.flatMap((object): Finding[] => {
    const path = object.unresolved.find(isOpen);
    if (path === undefined) return [];
    return [
      {
        outcome: "unknown",
        origin: object.origin(path),
        message: "a value is not known before the deploy",
        fix: "use a plain value, which can be checked in the preview",
      },
    ];
  });
  // The list itself where it can be: what was worked out of it holds.
  const settled =
    open.length === 0 ? objects : objects.filter(({ unresolved }) => !unresolved.some(isOpen));
  return { settled, open };
});
