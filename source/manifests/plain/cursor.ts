/** A document that is read, and how far the reader is. */
export interface Cursor {
  readonly text: string;
  /** Where the document ends. */
  readonly end: number;
  at: number;
  /** How far the line of the next entry is indented; -1 at the end of the document. */
  indent: number;
  /** How many maps and lists are open. */
  depth: number;
}

/** Letters by their numbers. */
export const letter = {
  newline: 10,
  return: 13,
  space: 32,
  doubleQuote: 34,
  hash: 35,
  singleQuote: 39,
  plus: 43,
  comma: 44,
  minus: 45,
  dot: 46,
  zero: 48,
  nine: 57,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  a: 97,
  z: 122,
  openMap: 123,
  bar: 124,
  closeMap: 125,
} as const;

/** Thrown where a document is anything but plain. */
export class NotPlain extends Error {}

/** One for all: nobody reads its trace, and to write one down takes longer than to read a document. */
const notPlain = new NotPlain();

/** Leaves the document to the parser. */
export function giveUp(): never {
  throw notPlain;
}

/** Counts a map or a list that is opened. Who nests deeper has a reason that the parser should look at. */
export function open(cursor: Cursor): void {
  cursor.depth += 1;
  if (cursor.depth > 50) giveUp();
}

/** Moves over spaces; the number of the letter behind them, NaN at the end of the text. */
export function skipSpaces(cursor: Cursor): number {
  const { text } = cursor;
  let code = text.charCodeAt(cursor.at);
  while (code === letter.space) {
    cursor.at += 1;
    code = text.charCodeAt(cursor.at);
  }
  return code;
}

/** Whether a line ends with this letter. */
export function isBreak(code: number): boolean {
  return code === letter.newline || code === letter.return;
}

/** Whether the cursor is at the dash of an item. */
export function isItem({ text, at }: Cursor): boolean {
  if (text.charCodeAt(at) !== letter.minus) return false;
  const next = text.charCodeAt(at + 1);
  return next === letter.space || isBreak(next);
}

/** Moves over spaces; whether a value begins there, on the same line. */
export function isAtValue(cursor: Cursor): boolean {
  const code = skipSpaces(cursor);
  return code !== letter.hash && !isBreak(code) && cursor.at < cursor.end;
}
