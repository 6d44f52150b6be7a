import type { KubernetesObject } from "../../graph/objects/kubernetes-object.ts";
import { findObject, objectsOf } from "../../graph/objects/objects-of.ts";
import type { Change } from "../rule.ts";

/** An object that is in both states. */
export interface ObjectPair {
  readonly before: KubernetesObject;
  readonly after: KubernetesObject;
}

/** The objects of a type that are in both states, by namespace and name. */
export function objectPairs({ before, after }: Change, type: string): readonly ObjectPair[] {
  return objectsOf(after, type).flatMap((object): ObjectPair[] => {
    const old = sameIn(before, object);
    return old === undefined ? [] : [{ before: old, after: object }];
  });
}

/** The objects of a type that the state after no longer has. */
export function removedObjects({ before, after }: Change, type: string) {
  return objectsOf(before, type).filter((object) => sameIn(after, object) === undefined);
}

function sameIn(
  graph: Change["before"],
  { type, namespace, name }: KubernetesObject,
): KubernetesObject | undefined {
  return findObject(graph, type, namespace, name);
}

/** Whether the part of an object that people write differs. */
export function differs({ before, after }: ObjectPair): boolean {
  return contentOf(before) !== contentOf(after);
}

function contentOf({ raw, labels }: KubernetesObject): string {
  const written = Object.entries(raw).filter(([key]) => key !== "metadata" && key !== "status");
  return sorted([Object.fromEntries(written), labels]);
}

/** JSON with the keys of maps in order, so that only what is said counts. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === "object" && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
