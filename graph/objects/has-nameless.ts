import type { ObjectGraph } from "./objects-of.ts";

/**
 * Whether the input holds an object of a type whose name or namespace is not known before the deploy. Then nothing may
 * be concluded from the absence of a named one.
 */
export function hasNameless({ objects }: ObjectGraph, type: string): boolean {
  return objects.some(
    (each) =>
      each.type === type &&
      each.unresolved.some(
        ([first, second]) =>
          first === "metadata" &&
          (second === undefined || second === "name" || second === "namespace"),
      ),
  );
}
