/** Whose proxies may hear of a service. */
export type Visibility =
  | { readonly kind: "mesh" }
  /** Its own first, the others sorted. */
  | { readonly kind: "namespaces"; readonly namespaces: readonly [string, ...string[]] };

/** Whether the proxies of a namespace may hear of a service. */
export function isVisibleIn(visibility: Visibility, namespace: string): boolean {
  return visibility.kind === "mesh" || visibility.namespaces.includes(namespace);
}
