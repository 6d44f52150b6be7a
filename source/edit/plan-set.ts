import { isMap, isScalar, type Scalar, type YAMLMap } from "yaml";
import type { EditValue, Path } from "../../diagnostics/index.ts";
import { columnOf } from "./lines-of.ts";
import { insertIntoFlow, insertLine } from "./plan-insert.ts";
import { renderBlock, renderInline } from "./render-value.ts";
import type { Planned } from "./text-change.ts";
import { endOf, isMarked, startOf, walkPath, type Step } from "./walk-path.ts";

/** Writes a value at a path: instead of the plain one that is there, or as a new entry of the map that is. */
export function planSet(text: string, root: unknown, path: Path, value: EditValue): Planned {
  const walk = walkPath(root, path);
  if ("reason" in walk) return walk;
  const { steps, node, missing } = walk;
  const [key, ...rest] = missing;
  if (key === undefined) return replace(text, steps.at(-1), node, value);
  if (typeof key === "number" || !isMap(node))
    return { reason: "there is no map to write it into" };
  const nested = rest.reduceRight<EditValue>((inner, step) => ({ [step]: inner }), value);
  return addEntry(text, node, key, nested);
}

function replace(text: string, step: Step | undefined, node: unknown, value: EditValue): Planned {
  const [start, end] = [startOf(node), endOf(node)];
  if (!isScalar(node) || start === undefined || end === undefined) {
    return { reason: "no plain value stands there" };
  }
  if (isMarked(node)) return { reason: "its value has an anchor or a tag" };
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
    return { reason: "its value is a block of text" };
  }
  // A number such as 1.10 or 0x1F would be another text.
  if (typeof value === "string" && isOther(node, value)) {
    return { reason: "its text is not the one of its value" };
  }
  const written = renderInline(value, node);
  if (start < end) return [{ start, end, text: written }];
  const keyEnd = endOf(step?.pair?.key);
  const colon = keyEnd === undefined ? -1 : text.indexOf(":", keyEnd);
  if (colon < 0) return { reason: "its value is empty" };
  return [{ start: colon + 1, end: colon + 1, text: ` ${written}` }];
}

function isOther({ value, source = "" }: Scalar, written: string): boolean {
  return value !== null && typeof value !== "string" && source !== written;
}

function addEntry(text: string, map: YAMLMap, key: string, value: EditValue): Planned {
  if (map.flow === true || map.items.length === 0) return insertIntoFlow(text, map, value, key);
  const column = columnOf(text, startOf(map.items[0]?.key) ?? -1);
  if (column === undefined) return { reason: "its map does not start on a line of its own" };
  return insertLine(text, endOf(map), column, renderBlock({ [key]: value }, column));
}
