import { isMap, isNode, isScalar, isSeq, type Document } from "yaml";
import type { Path, PathSegment } from "../diagnostics/index.ts";

/** The path of what is written at a place of the text: the way to the last key or item that starts before it. */
export function pathAt(document: Document.Parsed, offset: number): Path {
  const path: PathSegment[] = [];
  let node: unknown = document.contents;
  for (;;) {
    const parts = partsOf(node);
    const part = parts.findLast(({ start }) => start <= offset);
    if (part === undefined) return path;
    path.push(part.key);
    node = part.value;
  }
}

interface Part {
  readonly key: PathSegment;
  readonly start: number;
  readonly value: unknown;
}

function partsOf(node: unknown): readonly Part[] {
  if (isSeq(node)) {
    return node.items.map((value, key) => ({ key, start: startOf(value), value }));
  }
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => {
    return { key: isScalar(key) ? String(key.value) : String(key), start: startOf(key), value };
  });
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? Infinity) : Infinity;
}
