import { giveUp, letter, type Cursor } from "./cursor.ts";
import { findLine } from "./find-line.ts";
import { isUsual } from "./is-usual.ts";

/**
 * Reads a text of whole lines below `|`, or below `|-` without the last break, and moves to the line behind it. `indent` is
 * that of the entry, which the lines have to be right of.
 */
export function readLines(cursor: Cursor, indent: number): string {
  const { text } = cursor;
  const isStripped = text.charCodeAt(cursor.at + 1) === letter.minus;
  cursor.at += isStripped ? 2 : 1;
  // Other signs, a comment, or Windows line ends.
  if (text.charCodeAt(cursor.at) !== letter.newline) giveUp();
  cursor.at += 1;
  const lines: string[] = [];
  let column = -1;
  while (cursor.at < cursor.end) {
    const first = firstLetter(cursor);
    if (text.charCodeAt(first) === letter.newline) {
      // Spaces alone can be a part of the text, or not.
      if (first > cursor.at) giveUp();
      lines.push("");
      cursor.at += 1;
      continue;
    }
    const own = first - cursor.at;
    if (own < column || own <= indent) break;
    if (column < 0) column = own;
    lines.push(readLine(cursor, cursor.at + column));
  }
  while (lines.at(-1) === "") lines.pop();
  findLine(cursor);
  return lines.length === 0 || isStripped ? lines.join("\n") : `${lines.join("\n")}\n`;
}

function firstLetter({ text, at }: Cursor): number {
  let first = at;
  while (text.charCodeAt(first) === letter.space) first += 1;
  return first;
}

function readLine(cursor: Cursor, start: number): string {
  const { text, end } = cursor;
  let at = start;
  while (at < end && text.charCodeAt(at) !== letter.newline) {
    if (!isUsual(text.charCodeAt(at))) giveUp();
    at += 1;
  }
  // The last line of a text without a break at its end.
  if (at >= end) giveUp();
  cursor.at = at + 1;
  return text.slice(start, at);
}
