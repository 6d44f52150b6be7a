import { giveUp, isAtValue, isItem, letter, open, type Cursor } from "./cursor.ts";
import { findNextLine } from "./find-line.ts";
import { readFlow } from "./read-flow.ts";
import { readKey } from "./read-key.ts";
import { readLines } from "./read-lines.ts";
import { startsWithKey } from "./starts-with-key.ts";

/** Reads a map or a list with an entry a line, from its first entry on, and moves to the line behind it. */
export function readBlock(cursor: Cursor, indent: number): unknown {
  open(cursor);
  const value = isItem(cursor) ? readList(cursor, indent) : readMap(cursor, indent);
  cursor.depth -= 1;
  return value;
}

function readMap(cursor: Cursor, indent: number): unknown {
  const map: Record<string, unknown> = {};
  do {
    const key = readKey(cursor, false);
    // Also what every object has by itself, such as `constructor`.
    if (map[key] !== undefined) giveUp();
    map[key] = readValue(cursor, indent);
  } while (cursor.indent === indent && !isItem(cursor));
  if (cursor.indent >= indent) giveUp();
  return map;
}

/** Reads what stands behind a colon, or below it. */
function readValue(cursor: Cursor, indent: number): unknown {
  const colon = cursor.at;
  if (isAtValue(cursor)) {
    if (cursor.at === colon) giveUp();
    return readInLine(cursor, indent);
  }
  cursor.at = colon;
  findNextLine(cursor);
  const isBelow = cursor.indent > indent || (cursor.indent === indent && isItem(cursor));
  return isBelow ? readBlock(cursor, cursor.indent) : null;
}

/** Reads what begins on the line, and moves to the line behind it. */
function readInLine(cursor: Cursor, indent: number): unknown {
  if (cursor.text.charCodeAt(cursor.at) === letter.bar) return readLines(cursor, indent);
  const value = readFlow(cursor, false);
  findNextLine(cursor);
  return value;
}

function readList(cursor: Cursor, indent: number): unknown {
  const list: unknown[] = [];
  do {
    const dash = cursor.at;
    cursor.at += 1;
    if (!isAtValue(cursor) || isItem(cursor)) giveUp();
    if (startsWithKey(cursor)) {
      list.push(readBlock(cursor, indent + cursor.at - dash));
    } else {
      list.push(readInLine(cursor, indent));
    }
  } while (cursor.indent === indent && isItem(cursor));
  if (cursor.indent > indent) giveUp();
  return list;
}
