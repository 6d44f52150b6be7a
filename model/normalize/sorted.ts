import type { JsonValue } from "../json-value.ts";

/** The entries of a map in the one order that does not depend on the author's: by name, by code unit. */
export function sortedEntries<Value>(
  map: Readonly<Record<string, Value>> | undefined,
): (readonly [string, Value])[] {
  if (map === undefined) return [];
  const entries = Object.entries(map);
  return entries.length < 2 ? entries : entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The same map with every value changed, its keys in sorted order. */
export function sortedMap<Value, Result>(
  map: Readonly<Record<string, Value>> | undefined,
  change: (value: Value, name: string) => Result,
): Record<string, Result> {
  if (map === undefined) return {};
  return Object.fromEntries(sortedEntries(map).map(([name, value]) => [name, change(value, name)]));
}

/** The same value with the keys of every map in sorted order. */
export function sortedJson(value: JsonValue): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  return isList(value) ? value.map(sortedJson) : sortedMap(value, sortedJson);
}

/** `Array.isArray` does not know read-only lists. */
function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
