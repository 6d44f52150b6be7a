import { z } from "zod";
import { fieldsOf, listOf } from "../../model/schema/as-written.ts";
import { perList } from "../per-list.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";

const owned = fieldsOf({
  ownerReferences: listOf(
    fieldsOf({
      apiVersion: z.string(),
      kind: z.string(),
      name: z.string(),
      controller: z.boolean().optional(),
    }),
  ),
});

/**
 * Objects that a controller made of another object of the input, each with the one that somebody wrote: the ReplicaSet
 * of a Deployment, its pods, the Job of a CronJob. Only a running cluster has them, and their owner says what they are.
 */
export const madeByOthers: (
  objects: readonly KubernetesObject[],
) => ReadonlyMap<KubernetesObject, KubernetesObject> = perList((objects) => {
  const withOwner = objects.flatMap((object) => {
    const key = ownerOf(object);
    return key === undefined ? [] : [{ object, key }];
  });
  if (withOwner.length === 0) return new Map();
  const byKey = new Map(
    objects.map((each) => [`${each.type} ${each.namespace}/${each.name}`, each]),
  );
  const direct = new Map(
    withOwner.flatMap(({ object, key }) => {
      const owner = byKey.get(key);
      return owner === undefined || owner === object ? [] : [[object, owner] as const];
    }),
  );
  return new Map([...direct].map(([object, owner]) => [object, rootOf(owner, direct)] as const));
});

/** A CronJob's Job's pod is two steps away; no chain in Kubernetes is longer than three. */
function rootOf(
  owner: KubernetesObject,
  direct: ReadonlyMap<KubernetesObject, KubernetesObject>,
): KubernetesObject {
  let root = owner;
  for (let steps = 0; steps < 3; steps += 1) root = direct.get(root) ?? root;
  return root;
}

function ownerOf({ raw: { metadata }, namespace }: KubernetesObject): string | undefined {
  // Nearly nothing that is read from files has an owner: the schema is asked only where there is one.
  if (typeof metadata !== "object" || metadata === null) return undefined;
  if (!("ownerReferences" in metadata)) return undefined;
  const references = owned.safeParse(metadata).data?.ownerReferences ?? [];
  const owner = references.find(({ controller }) => controller === true);
  if (owner === undefined) return undefined;
  const slash = owner.apiVersion.lastIndexOf("/");
  const group = slash < 0 ? "" : owner.apiVersion.slice(0, slash);
  return `${group}/${owner.kind} ${namespace}/${owner.name}`;
}
