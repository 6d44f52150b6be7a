import { isMap, isScalar, isSeq } from "yaml";
import type { Edit } from "../../diagnostics/index.ts";
import { columnOf } from "./lines-of.ts";
import { insertIntoFlow, insertLine } from "./plan-insert.ts";
import { planRemove } from "./plan-remove.ts";
import { planSet } from "./plan-set.ts";
import { renderBlock, renderInline } from "./render-value.ts";
import type { Planned } from "./text-change.ts";
import { endOf, isMarked, keyOf, startOf, walkPath } from "./walk-path.ts";

/** What to change in the text of a document so that it says what the edit wants, and nothing else moves. */
export function planEdit(text: string, root: unknown, edit: Edit): Planned {
  switch (edit.kind) {
    case "set":
      return planSet(text, root, edit.path, edit.value);
    case "remove":
      return planRemove(text, root, edit.path);
    case "rename":
      return planRename(root, edit);
    case "append":
      return planAppend(text, root, edit);
  }
}

function planRename(root: unknown, { path, to }: Extract<Edit, { kind: "rename" }>): Planned {
  const walk = walkPath(root, path);
  if ("reason" in walk) return walk;
  const { container, pair } = walk.steps.at(-1) ?? {};
  const key = pair?.key;
  const [start, end] = [startOf(key), endOf(key)];
  if (walk.missing.length > 0 || start === undefined || end === undefined || !isScalar(key)) {
    return { reason: "it is not written there" };
  }
  if (isMarked(key)) return { reason: "its name has an anchor or a tag" };
  if (isMap(container) && container.items.some((each) => keyOf(each) === to)) {
    return { reason: `${to} stands beside it` };
  }
  return [{ start, end, text: renderInline(to, key) }];
}

function planAppend(text: string, root: unknown, edit: Extract<Edit, { kind: "append" }>): Planned {
  const walk = walkPath(root, edit.path);
  if ("reason" in walk) return walk;
  const { node, missing } = walk;
  if (missing.length > 0 || !isSeq(node)) return { reason: "there is no list to write it into" };
  if (node.flow === true || node.items.length === 0) return insertIntoFlow(text, node, edit.value);
  const first = startOf(node.items[0]);
  const column = first === undefined ? undefined : columnOf(text, first);
  if (first === undefined || column === undefined) return { reason: "its items are not plain" };
  const dash = text.lastIndexOf("-", first - 1) - (first - column);
  return insertLine(text, endOf(node), dash, `- ${renderBlock(edit.value, dash + 2)}`);
}
