/**
 * Remembers what a function works out of a list, as long as the list lives: an index that many rules ask for is made
 * once. The lists of a graph never change.
 */
export function perList<Item, Result>(
  workOut: (list: readonly Item[]) => Result,
): (list: readonly Item[]) => Result {
  const known = new WeakMap<readonly Item[], { readonly result: Result }>();
  return (list) => {
    const found = known.get(list);
    if (found !== undefined) return found.result;
    const result = workOut(list);
    known.set(list, { result });
    return result;
  };
}
