import { perList } from "../per-list.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import type { ObjectGraph } from "./objects-of.ts";

/** Remembers what a function works out of the objects of a graph, so that many rules can ask for it. */
export function perGraph<Result>(
  workOut: (graph: ObjectGraph) => Result,
): (graph: ObjectGraph) => Result {
  const ofList = perList((objects: readonly KubernetesObject[]) => workOut({ objects }));
  return ({ objects }) => ofList(objects);
}
