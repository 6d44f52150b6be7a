import type { Path, PathSegment } from "../diagnostics/index.ts";
import { isPlainObject } from "./is-plain-object.ts";
import { meshSchema, type MeshInput } from "./schema/mesh-schema.ts";

/** Every round removes at least one value of a nesting that the schema bounds. */
const rounds = 12;

/**
 * What is left of a mesh when everything that broke the schema is taken out, so that references can be checked in the
 * same run. `undefined` where nothing useful is left.
 */
export function salvage(input: unknown): MeshInput | undefined {
  if (!isPlainObject(input) || !isPlainObject(input["services"])) return undefined;
  const copy: unknown = structuredCloneOrUndefined(input);
  if (!isPlainObject(copy)) return undefined;
  for (let round = 0; round < rounds; round += 1) {
    copy["name"] ??= "unnamed";
    copy["trust"] ??= { domain: "unnamed.example" };
    const parsed = meshSchema.safeParse(copy);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) {
      const path = issue.path.map((key) => (typeof key === "symbol" ? String(key) : key));
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [];
      if (keys.length === 0) remove(copy, path);
      for (const key of keys) remove(copy, [...path, key]);
    }
  }
  return undefined;
}

function structuredCloneOrUndefined(input: object): unknown {
  try {
    return structuredClone(input);
  } catch {
    // A function or a symbol somewhere: the schema has reported it, and the rest cannot be copied.
    return undefined;
  }
}

/** Removes the value at a path; where there is none, what should have held it. */
function remove(root: Record<string, unknown>, path: Path): void {
  if (path.length === 0) return;
  const holder = at(root, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (!drop(holder, key)) remove(root, path.slice(0, -1));
}

function at(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)] as unknown;
    else if (isPlainObject(value) && Object.hasOwn(value, key)) value = value[key];
    else return undefined;
  }
  return value;
}

/** A hole in a list would move the others: an item is replaced by nothing, which the schema then removes with the list. */
function drop(holder: unknown, key: PathSegment): boolean {
  if (!isPlainObject(holder) || !Object.hasOwn(holder, key)) return false;
  return Reflect.deleteProperty(holder, key);
}
