import { isPlainObject } from "../../model/is-plain-object.ts";
import type { Edit, Path, PathSegment } from "../../diagnostics/index.ts";

/** Maps of Kubernetes that mean the same when they are empty and when they are not there. */
const optional: ReadonlySet<PathSegment> = new Set(["annotations", "labels"]);

/** Whether a map that would be left empty goes with its last entry. */
export function goesWhenEmpty(path: Path): boolean {
  return path.at(-2) === "metadata" && optional.has(path.at(-1) ?? "");
}

/** What a value is after an edit: the measure for every text that is written. `undefined` where the edit does not fit. */
export function editData(value: unknown, edit: Edit): unknown {
  // Not `structuredClone`: what aliases share would be changed in all places at once.
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const [key] = edit.path.slice(-1);
  if (key === undefined) return undefined;
  const parent = parentOf(copy, edit);
  if (Array.isArray(parent) && typeof key === "number") return inList(copy, parent, key, edit);
  if (!isPlainObject(parent)) return undefined;
  return inMap(copy, parent, String(key), edit) ? copy : undefined;
}

function parentOf(root: unknown, { kind, path }: Edit): unknown {
  let at = root;
  for (const step of path.slice(0, -1)) {
    if (isPlainObject(at) && !Object.hasOwn(at, step) && kind === "set") at[step] = {};
    at = (at as Record<PathSegment, unknown> | null | undefined)?.[step];
  }
  return at;
}

function inList(root: unknown, list: unknown[], index: number, edit: Edit): unknown {
  if (index >= list.length) return undefined;
  if (edit.kind === "set") list[index] = edit.value;
  else if (edit.kind === "remove") list.splice(index, 1);
  else return undefined;
  return root;
}

function inMap(root: unknown, map: Record<string, unknown>, key: string, edit: Edit): boolean {
  const there = Object.hasOwn(map, key);
  switch (edit.kind) {
    case "set":
      map[key] = edit.value;
      return true;
    case "remove":
      Reflect.deleteProperty(map, key);
      prune(root, edit.path.slice(0, -1), map);
      return there;
    case "rename": {
      if (!there || Object.hasOwn(map, edit.to)) return false;
      map[edit.to] = map[key];
      Reflect.deleteProperty(map, key);
      return true;
    }
    case "append": {
      const list = map[key];
      return Array.isArray(list) && list.push(edit.value) > 0;
    }
  }
}

function prune(root: unknown, path: Path, map: object): void {
  if (Object.keys(map).length > 0 || !goesWhenEmpty(path)) return;
  let at = root as Record<PathSegment, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<PathSegment, unknown>;
  const name = path.at(-1);
  if (name !== undefined) Reflect.deleteProperty(at, name);
}
