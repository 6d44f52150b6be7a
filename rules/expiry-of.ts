import type { KubernetesObject } from "../graph/objects/kubernetes-object.ts";

/** The annotation by which an object says the day until which it is meant to be there: `2027-03-31`. */
export const expiryAnnotation = "heddle.dev/expires";

/** What an object says of its end. */
export type Expiry =
  | { readonly kind: "none" }
  /** Some day that is still to come. */
  | { readonly kind: "open"; readonly day: string }
  | { readonly kind: "over"; readonly day: string };

const name =
  /(?:^|[./_-])(?:expires?|expiry|expiration|valid-until|remove-(?:by|after))(?:[-_](?:on|at|date))?$/i;

/** Reads the end that an annotation or a label of an object states, ours or one that others call alike; `now` in ms. */
export function expiryOf({ annotations, labels }: KubernetesObject, now: number): Expiry {
  const stated = Object.entries({ ...labels, ...annotations }).find(([key]) => name.test(key));
  if (stated === undefined) return { kind: "none" };
  const [, text] = stated;
  const end = Date.parse(text);
  // What is no day was thought of, at least.
  return end < now ? { kind: "over", day: text } : { kind: "open", day: text };
}
