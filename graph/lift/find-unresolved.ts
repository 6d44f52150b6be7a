import type { Path } from "../../diagnostics/index.ts";

/**
 * What Pulumi puts in the place of a value that is not known before the deploy: boolean, number, string, list, asset,
 * archive and object.
 */
const unresolvedMarks: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** A value without its unresolved parts (itself, where it has none), and the places where they were. List indexes stay. */
export function findUnresolved(value: unknown): {
  readonly known: unknown;
  readonly unresolved: readonly Path[];
} {
  if (!hasMark(value)) return { known: value, unresolved: [] };
  const unresolved: Path[] = [];
  const copy = (part: unknown, path: Path): unknown => {
    if (unresolvedMarks.has(part)) {
      unresolved.push(path);
      return undefined;
    }
    if (Array.isArray(part)) return part.map((item, index) => copy(item, [...path, index]));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [key, copy(item, [...path, key])]),
    );
  };
  return { known: copy(value, []), unresolved };
}

/** Almost every object has none: looking first saves the copy. */
function hasMark(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return unresolvedMarks.has(value);
  return Array.isArray(value) ? value.some(hasMark) : Object.values(value).some(hasMark);
}
