import { objectsOf, type ObjectGraph } from "./objects-of.ts";

/**
 * Whether the input holds an object of a type whose name or namespace is not known before the deploy. Then nothing may
 * be concluded from the absence of a named one.
 */
export function hasNameless(graph: ObjectGraph, type: string): boolean {
  return objectsOf(graph, type).some(({ unresolved }) =>
    unresolved.some(
      ([first, second]) =>
        first === "metadata" &&
        (second === undefined || second === "name" || second === "namespace"),
    ),
  );
}
