import type { Resource } from "./fields.ts";

/** Sorted; equal ones once, as several routes lead to one place. */
export function onceByName(resources: readonly Resource[]): readonly Resource[] {
  const byName = new Map(resources.map((each) => [each.name, each]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
