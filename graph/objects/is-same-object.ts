import type { KubernetesObject } from "./kubernetes-object.ts";

/**
 * Whether two objects are one in a cluster: of one kind, namespace and name. Files often hold several states of one
 * object, and whichever is applied last replaces the others, so that they never meet.
 */
export function isSameObject(one: KubernetesObject, other: KubernetesObject): boolean {
  return one.type === other.type && one.namespace === other.namespace && one.name === other.name;
}
