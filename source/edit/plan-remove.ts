import { isMap, isSeq } from "yaml";
import type { Path } from "../../diagnostics/index.ts";
import { goesWhenEmpty } from "./edit-data.ts";
import { columnOf, lineEnd, lineStart } from "./lines-of.ts";
import type { Planned } from "./text-change.ts";
import { endOf, startOf, walkPath, type Step } from "./walk-path.ts";

/** Takes away an entry of a map or an item of a list, with its lines and the comments on them. */
export function planRemove(text: string, root: unknown, path: Path): Planned {
  const walk = walkPath(root, path);
  if ("reason" in walk) return walk;
  const step = walk.steps.at(-1);
  if (step === undefined || walk.missing.length > 0) return { reason: "it is not written there" };
  const { container } = step;
  const isOnly = container.items.length === 1;
  if (isOnly && goesWhenEmpty(path.slice(0, -1))) return planRemove(text, root, path.slice(0, -1));
  if (container.flow === true) return removeFromFlow(step);
  if (isOnly) return { reason: "nothing else stands in its block" };
  return isSeq(container) ? removeItem(text, step) : removeEntry(text, step);
}

function removeFromFlow({ container, index }: Step): Planned {
  const items: readonly unknown[] = container.items;
  const [start, end] = boundsOf(items[index]);
  const [next] = boundsOf(items[index + 1]);
  const [, before] = boundsOf(items[index - 1]);
  if (start === undefined || end === undefined) return { reason: "it is not written plainly" };
  if (next !== undefined) return [{ start, end: next, text: "" }];
  return [{ start: before ?? start, end, text: "" }];
}

function boundsOf(item: unknown): readonly [number | undefined, number | undefined] {
  const { key, value } = (item ?? {}) as { readonly key?: unknown; readonly value?: unknown };
  if (key === undefined) return [startOf(item), endOf(item)];
  return [startOf(key), endOf(value) ?? endOf(key)];
}

function removeItem(text: string, { value }: Step): Planned {
  const [start, end] = [startOf(value), endOf(value)];
  if (start === undefined || end === undefined) return { reason: "it is not written plainly" };
  const from = lineStart(text, start);
  const to = lineEnd(text, end);
  if (to === undefined || !/^ *- +$/.test(text.slice(from, start))) {
    return { reason: "it does not stand on lines of its own" };
  }
  return [{ start: from, end: to, text: "" }];
}

function removeEntry(text: string, { container, index, pair }: Step): Planned {
  const start = startOf(pair?.key);
  const end = endOf(pair?.value) ?? endOf(pair?.key);
  if (start === undefined || end === undefined || columnOf(text, start) === undefined) {
    return { reason: "it does not stand on lines of its own" };
  }
  const to = lineEnd(text, end);
  if (to === undefined) return { reason: "something else stands on its line" };
  const from = lineStart(text, start);
  if (/^ *$/.test(text.slice(from, start))) return [{ start: from, end: to, text: "" }];
  // The first entry of an item stands behind the dash: the next one takes its place.
  const next = isMap(container) ? startOf(container.items[index + 1]?.key) : undefined;
  if (next === undefined || text.slice(to, next).trim() !== "") {
    return { reason: "a comment stands behind it" };
  }
  return [{ start, end: next, text: "" }];
}
