import type { Chunk } from "../split-documents.ts";
import { giveUp, letter, skipSpaces, type Cursor } from "./cursor.ts";
import { isUsual } from "./is-usual.ts";

/** A cursor at the first entry of a document, behind the marker before it. */
export function findFirstLine(text: string, { start, end }: Chunk): Cursor {
  const cursor: Cursor = { text, end, at: start, indent: 0, depth: 0 };
  if (text.startsWith("---", start)) {
    cursor.at += 3;
    findNextLine(cursor);
  } else findLine(cursor);
  return cursor;
}

/** At the start of a line: moves to the first entry from there on, and notes how far it is indented. */
export function findLine(cursor: Cursor): void {
  for (;;) {
    const start = cursor.at;
    const code = skipSpaces(cursor);
    if (cursor.at >= cursor.end) {
      cursor.indent = -1;
      return;
    }
    if (code === letter.hash) skipComment(cursor);
    else if (code !== letter.newline && code !== letter.return) {
      cursor.indent = cursor.at - start;
      return;
    }
    skipBreak(cursor);
  }
}

/** The same from behind a value: its line ends there, or with a comment behind a space. */
export function findNextLine(cursor: Cursor): void {
  const before = cursor.at;
  const code = skipSpaces(cursor);
  if (code === letter.hash && cursor.at > before) skipComment(cursor);
  skipBreak(cursor);
  findLine(cursor);
}

function skipComment(cursor: Cursor): void {
  const { text, end } = cursor;
  let { at } = cursor;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === letter.newline || code === letter.return) break;
    if (!isUsual(code)) giveUp();
  }
  cursor.at = at;
}

function skipBreak(cursor: Cursor): void {
  const { text, at, end } = cursor;
  if (at >= end) return;
  if (text.charCodeAt(at) === letter.newline) cursor.at = at + 1;
  else if (text.startsWith("\r\n", at)) cursor.at = at + 2;
  else giveUp();
}
