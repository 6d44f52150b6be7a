import { giveUp, letter, open, skipSpaces, type Cursor } from "./cursor.ts";
import { readKey } from "./read-key.ts";
import { isQuote, readQuotedText, readText } from "./read-text.ts";
import { resolveText } from "./resolve-text.ts";

/** Reads a value that ends on its line: a flow collection, or a text with or without quotes. */
export function readFlow(cursor: Cursor, isFlow: boolean): unknown {
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === letter.openMap) return readFlowMap(cursor);
  if (code === letter.openList) return readFlowList(cursor);
  return isQuote(code) ? readQuotedText(cursor) : resolveText(readText(cursor, isFlow));
}

function readFlowMap(cursor: Cursor): unknown {
  const map: Record<string, unknown> = {};
  open(cursor);
  cursor.at += 1;
  let code = skipSpaces(cursor);
  while (code !== letter.closeMap) {
    const key = readKey(cursor, true);
    // Also what every object has by itself, such as `constructor`.
    if (map[key] !== undefined) giveUp();
    if (cursor.text.charCodeAt(cursor.at) !== letter.space) giveUp();
    skipSpaces(cursor);
    map[key] = readFlow(cursor, true);
    code = findNextEntry(cursor, letter.closeMap);
  }
  cursor.at += 1;
  cursor.depth -= 1;
  return map;
}

function readFlowList(cursor: Cursor): unknown {
  const list: unknown[] = [];
  open(cursor);
  cursor.at += 1;
  let code = skipSpaces(cursor);
  while (code !== letter.closeList) {
    list.push(readFlow(cursor, true));
    code = findNextEntry(cursor, letter.closeList);
  }
  cursor.at += 1;
  cursor.depth -= 1;
  return list;
}

/** From behind an entry: moves to the next one, or to the sign that closes the collection. */
export function findNextEntry(cursor: Cursor, close: number): number {
  const code = skipSpaces(cursor);
  if (code === close) return code;
  if (code !== letter.comma) giveUp();
  cursor.at += 1;
  const next = skipSpaces(cursor);
  if (next === close) giveUp();
  return next;
}
