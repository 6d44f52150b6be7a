/**
 * Takes `null` members out of maps, where it means "not set", as for the API server and Istio. Without any, the value itself
 * is returned; what is no plain map stays as it is, and so does a `null` in a list, which both refuse.
 */
export function withoutNulls(value: unknown): unknown {
  return hasNull(value) ? copy(value) : value;
}

function hasNull(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some(hasNull);
  // Without a list of the values, which would be most of what looking costs.
  for (const key in value) {
    const each: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (each === null || (typeof each === "object" && hasNull(each))) return true;
  }
  return false;
}

/** Items of a list stay where they are: places in it must not move. */
function copy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === null ? [] : [[key, copy(each)]])),
  );
}
