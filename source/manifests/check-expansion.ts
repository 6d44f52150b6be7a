/** How many values aliases may add to what is written. A large object of Istio has some thousands. */
const maxAdded = 2_000_000;

export type Expansion = "fine" | "cyclic" | "too large";

/**
 * Whether a value can be walked through: aliases make a graph of it, and everything after this takes it for a tree. A
 * bomb of ten lines would be walked for hours, a cycle forever. What is written itself has no more values than characters.
 */
export function checkExpansion(root: unknown, length: number): Expansion {
  const sizes = new Map<object, number>();
  const open = new Set<object>();
  const sizeOf = (value: unknown): number => {
    if (typeof value !== "object" || value === null) return 1;
    const known = sizes.get(value);
    if (known !== undefined) return known;
    if (open.has(value)) return Number.NaN;
    open.add(value);
    let size = 1;
    for (const each of Object.values(value)) size += sizeOf(each);
    open.delete(value);
    sizes.set(value, size);
    return size;
  };
  const size = sizeOf(root);
  if (Number.isNaN(size)) return "cyclic";
  return size > maxAdded + length ? "too large" : "fine";
}
