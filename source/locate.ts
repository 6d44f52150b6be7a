import { isAlias, isMap, isNode, isScalar, isSeq, type Document, type Node, type Pair } from "yaml";
import type { Path } from "../diagnostics/index.ts";

/** A place in a text, and how many steps of the path led there: the rest of the path is not written. */
export interface Location {
  readonly offset: number;
  readonly depth: number;
}

/** Finds where a path is written, or the nearest part of it that is. */
export function locate(document: Document.Parsed, path: Path): Location {
  let node = resolve(document, document.contents);
  let found: Location = { offset: startOf(node) ?? 0, depth: 0 };
  for (const [index, key] of path.entries()) {
    const step = next(node, key);
    if (step === undefined) break;
    node = resolve(document, step.value);
    found = { offset: step.offset ?? found.offset, depth: index + 1 };
  }
  return found;
}

interface Step {
  readonly value: unknown;
  readonly offset: number | undefined;
}

function next(node: Node | undefined, key: string | number): Step | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return item === undefined ? undefined : { value: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find((each) => keyOf(each) === String(key));
  return pair === undefined ? undefined : { value: pair.value, offset: pairOffset(pair) };
}

function keyOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key);
}

/** A plain value is pointed at itself; a map or list at its key, because its own start can be lines away. */
function pairOffset({ key, value }: Pair): number | undefined {
  const hasValue = isScalar(value) && value.value !== null;
  return (hasValue ? startOf(value) : undefined) ?? startOf(key);
}

function startOf(value: unknown): number | undefined {
  return isNode(value) ? value.range?.[0] : undefined;
}

function resolve(document: Document.Parsed, value: unknown): Node | undefined {
  if (isAlias(value)) return value.resolve(document);
  return isNode(value) ? value : undefined;
}
