import type { Diagnostic, Path } from "../diagnostics/index.ts";

/**
 * Finds keys named `__proto__`, which JavaScript libraries skip in silence. Other names of `Object.prototype`, such as
 * `constructor`, are ordinary names here.
 */
export function reservedKeys(input: unknown): Diagnostic[] {
  return isFree(input, 0) ? [] : search(input);
}

/** Deeper than any mesh: below it may be a circle, and the slow search knows those. */
const deepest = 64;

/** Whether there is surely none. Nearly every input has none, and to remember each place would take longer than the rest. */
function isFree(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (depth === deepest || Object.hasOwn(value, "__proto__")) return false;
  for (const key in value) {
    const child: unknown = value[key as keyof typeof value];
    if (typeof child === "object" && !isFree(child, depth + 1)) return false;
  }
  return true;
}

function search(input: unknown): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<object>();
  const open: Place[] = [{ value: input, key: "" }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { value } = place;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
    for (const [key, child] of entries) {
      const below = { value: child, key: Array.isArray(value) ? Number(key) : key, above: place };
      if (key === "__proto__") found.push(reserved(pathOf(below)));
      if (typeof child === "object" && child !== null) open.push(below);
    }
  }
  return found;
}

/** Knows where it is only through what is above it: a path for each value would be most of the work. */
interface Place {
  readonly value: unknown;
  readonly key: string | number;
  readonly above?: Place;
}

function pathOf(place: Place): Path {
  const path: (string | number)[] = [];
  for (let at: Place = place; at.above !== undefined; at = at.above) path.push(at.key);
  return path.reverse();
}

function reserved(path: Path): Diagnostic {
  return {
    code: "HED1007",
    severity: "error",
    path,
    message: 'the key "__proto__" is reserved by JavaScript and cannot be a name',
    fix: "rename or remove it",
  };
}
