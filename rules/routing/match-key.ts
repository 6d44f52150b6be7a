/** A text that is the same for matches that choose the same requests by the same fields, in any order. */
export function matchKey(match: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(match).filter(([key]) => key !== "name");
  return JSON.stringify(sorted(Object.fromEntries(fields)));
}

/** Keys in order, and without what says nothing: an empty text or list, `false`, 0. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined && each !== "" && each !== false && each !== 0)
    .filter(([, each]) => !(Array.isArray(each) && each.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
