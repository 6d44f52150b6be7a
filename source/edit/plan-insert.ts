import type { YAMLMap, YAMLSeq } from "yaml";
import type { EditValue } from "../../diagnostics/index.ts";
import { lineEnd, lineStart, newlineOf } from "./lines-of.ts";
import { renderInline, renderJson } from "./render-value.ts";
import type { Planned } from "./text-change.ts";
import { endOf, startOf } from "./walk-path.ts";

/** Writes lines behind the one in which the last entry of a block ends. */
export function insertLine(
  text: string,
  after: number | undefined,
  column: number,
  written: string,
): Planned {
  const at = after === undefined ? undefined : lineEnd(text, after);
  if (at === undefined) return { reason: "something else stands on the line before it" };
  const newline = newlineOf(text);
  const isOpen = at > 0 && text[at - 1] !== "\n";
  const lines = `${" ".repeat(column)}${written}`.replaceAll("\n", newline);
  return [{ start: at, end: at, text: isOpen ? `${newline}${lines}` : `${lines}${newline}` }];
}

/** Writes an entry at the end of a map or a list in brackets, in the layout of the one before it. */
export function insertIntoFlow(
  text: string,
  container: YAMLMap | YAMLSeq,
  value: EditValue,
  key?: string,
): Planned {
  const isJson = /^\s*(?:---\s+)?[{[]/.test(text);
  const last: unknown = container.items.at(-1);
  if (last === undefined) {
    const start = startOf(container);
    if (start === undefined || !/[{[]/.test(text[start] ?? "")) return { reason: "it is empty" };
    return [{ start: start + 1, end: start + 1, text: entry(key, value, isJson) }];
  }
  const [first, end] = bounds(last);
  if (first === undefined || end === undefined) return { reason: "it is not written plainly" };
  const indent = text.slice(lineStart(text, first), first);
  const isOwnLine = /^[ \t]+$/.test(indent);
  const written = entry(key, value, isJson, isOwnLine ? indent : undefined);
  const separator = isOwnLine ? `,\n${indent}` : ", ";
  const change = `${separator}${written}`.replaceAll("\n", newlineOf(text));
  return [{ start: end, end, text: change }];
}

function bounds(item: unknown): readonly [number | undefined, number | undefined] {
  const { key, value } = item as { readonly key?: unknown; readonly value?: unknown };
  if (key === undefined) return [startOf(item), endOf(item)];
  return [startOf(key), endOf(value) ?? endOf(key)];
}

function entry(key: string | undefined, value: EditValue, isJson: boolean, indent?: string) {
  const written = isJson ? renderJson(value, indent) : renderInline(value);
  if (key === undefined) return written;
  return `${isJson ? JSON.stringify(key) : renderInline(key)}: ${written}`;
}
