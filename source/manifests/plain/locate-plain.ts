import type { Path } from "../../../diagnostics/index.ts";
import type { Chunk } from "../split-documents.ts";
import { isAtValue, isItem, letter, skipSpaces, type Cursor } from "./cursor.ts";
import { findFirstLine, findLine, findNextLine } from "./find-line.ts";
import { findNextEntry, readFlow } from "./read-flow.ts";
import { readKey } from "./read-key.ts";
import { startOfText } from "./read-text.ts";
import { startsWithKey } from "./starts-with-key.ts";

/** Where the items of the lists of a document start, by where the lists do. One document may hold thousands of objects. */
type Lists = Map<number, readonly number[]>;

/** A path that is followed through a document. */
interface Search {
  readonly cursor: Cursor;
  readonly path: Path;
  readonly lists: Lists;
}

/**
 * A function that says where a path is written in a document that `readPlain` reads, or the nearest part of it that is: a
 * plain value at itself, a map or a list at its key. It reads only what is on the way.
 */
export function locatePlain(text: string, chunk: Chunk): (path: Path) => number {
  const lists: Lists = new Map();
  return (path) => {
    const cursor = findFirstLine(text, chunk);
    return inBlock({ cursor, path, lists }, cursor.indent, 0, cursor.at);
  };
}

/** In what the cursor is at, the part from this step on; `entry` is where the whole of it is written. */
function inBlock(search: Search, indent: number, step: number, entry: number): number {
  if (step === search.path.length) return entry;
  return isItem(search.cursor)
    ? inList(search, indent, step, entry)
    : inMap(search, indent, step, entry);
}

function inMap(search: Search, indent: number, step: number, entry: number): number {
  const { cursor, path } = search;
  do {
    const start = startOfText(cursor);
    if (readKey(cursor, false) === path[step]) return inValue(search, indent, step + 1, start);
    do skipLine(cursor);
    while (cursor.indent > indent || (cursor.indent === indent && isItem(cursor)));
  } while (cursor.indent === indent);
  return entry;
}

function inValue(search: Search, indent: number, step: number, entry: number): number {
  const { cursor } = search;
  const colon = cursor.at;
  if (isAtValue(cursor)) return inFlow(search, step, entry);
  cursor.at = colon;
  findNextLine(cursor);
  const isBelow = cursor.indent > indent || (cursor.indent === indent && isItem(cursor));
  return isBelow ? inBlock(search, cursor.indent, step, entry) : entry;
}

function inList(search: Search, indent: number, step: number, entry: number): number {
  const { cursor, path, lists } = search;
  const start = cursor.at;
  const items = lists.get(start) ?? itemsOf(cursor, indent);
  lists.set(start, items);
  const index = path[step];
  const dash = typeof index === "number" ? items[index] : undefined;
  if (dash === undefined) return entry;
  cursor.at = dash + 1;
  skipSpaces(cursor);
  return startsWithKey(cursor)
    ? inBlock(search, indent + cursor.at - dash, step + 1, cursor.at)
    : inFlow(search, step + 1, cursor.at);
}

function itemsOf(cursor: Cursor, indent: number): readonly number[] {
  const items: number[] = [];
  do {
    items.push(cursor.at);
    do skipLine(cursor);
    while (cursor.indent > indent);
  } while (cursor.indent === indent && isItem(cursor));
  return items;
}

/** Moves to the next line that says something. */
function skipLine(cursor: Cursor): void {
  const newline = cursor.text.indexOf("\n", cursor.at);
  cursor.at = newline < 0 ? cursor.end : newline + 1;
  findLine(cursor);
}

function inFlow(search: Search, step: number, entry: number): number {
  const { cursor, path } = search;
  const code = cursor.text.charCodeAt(cursor.at);
  if (code !== letter.openMap && code !== letter.openList) return startOfText(cursor);
  if (step === path.length) return entry;
  return code === letter.openMap ? inFlowMap(search, step, entry) : inFlowList(search, step, entry);
}

function inFlowMap(search: Search, step: number, entry: number): number {
  const { cursor, path } = search;
  cursor.at += 1;
  let code = skipSpaces(cursor);
  while (code !== letter.closeMap) {
    const start = startOfText(cursor);
    const isFound = readKey(cursor, true) === path[step];
    skipSpaces(cursor);
    if (isFound) return inFlow(search, step + 1, start);
    readFlow(cursor, true);
    code = findNextEntry(cursor, letter.closeMap);
  }
  return entry;
}

function inFlowList(search: Search, step: number, entry: number): number {
  const { cursor, path } = search;
  cursor.at += 1;
  let code = skipSpaces(cursor);
  for (let index = 0; code !== letter.closeList; index += 1) {
    if (index === path[step]) return inFlow(search, step + 1, cursor.at);
    readFlow(cursor, true);
    code = findNextEntry(cursor, letter.closeList);
  }
  return entry;
}
