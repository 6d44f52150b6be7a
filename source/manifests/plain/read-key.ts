import { giveUp, letter, skipSpaces, type Cursor } from "./cursor.ts";
import { isQuote, readQuotedText, readText } from "./read-text.ts";
import { resolveText } from "./resolve-text.ts";

/** The parser takes no longer ones on one line. */
const longest = 1000;

/** Reads a key and its colon. A key that would be no text if it were a value (`on`, `80`) is left to the parser. */
export function readKey(cursor: Cursor, isFlow: boolean): string {
  const isQuoted = isQuote(cursor.text.charCodeAt(cursor.at));
  const key = isQuoted ? readQuotedText(cursor) : readText(cursor, isFlow);
  if (key.length > longest || (!isQuoted && resolveText(key) !== key)) giveUp();
  if (skipSpaces(cursor) !== letter.colon) giveUp();
  cursor.at += 1;
  return key;
}
