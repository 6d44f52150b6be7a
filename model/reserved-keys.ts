import type { Diagnostic, Path } from "../diagnostics/index.ts";

/**
 * Finds keys named `__proto__`, which JavaScript libraries skip in silence. Other names of `Object.prototype`, such as
 * `constructor`, are ordinary names here.
 */
export function reservedKeys(input: unknown): Diagnostic[] {
  const found: Diagnostic[] = [];
  const seen = new Set<object>();
  const open: { value: unknown; path: Path }[] = [{ value: input, path: [] }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, child] of Object.entries(value)) {
      const place = [...path, Array.isArray(value) ? Number(key) : key];
      if (key === "__proto__") found.push(reserved(place));
      open.push({ value: child, path: place });
    }
  }
  return found;
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
