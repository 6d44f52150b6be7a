import { giveUp, isBreak, letter, type Cursor } from "./cursor.ts";
import { isUsual } from "./is-usual.ts";

/** What a text without quotes cannot start with, or what makes something else of it. */
const indicators = new Set(Array.from("!\"#%&'*,<=>?@[]`{|}~", (each) => each.charCodeAt(0)));

/** Reads a text without quotes that ends on its line; in a flow collection also before the signs of that. */
export function readText(cursor: Cursor, isFlow: boolean): string {
  const { text, end, at: start } = cursor;
  const first = text.charCodeAt(start);
  if (indicators.has(first)) giveUp();
  if (first === letter.minus && isSeparator(text.charCodeAt(start + 1), true)) giveUp();
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    // Nearly all are.
    if (code >= letter.a && code <= letter.z) continue;
    if (code === letter.colon) {
      if (isSeparator(text.charCodeAt(at + 1), isFlow)) break;
    } else if (code === letter.hash) {
      if (text.charCodeAt(at - 1) === letter.space) break;
    } else if (isBreak(code) || (isFlow && isFlowSign(code))) break;
    else if (!isUsual(code)) giveUp();
  }
  cursor.at = at;
  while (text.charCodeAt(at - 1) === letter.space) at -= 1;
  if (at <= start) giveUp();
  return text.slice(start, at);
}

/** Whether a sign of two letters is complete with this one behind it; NaN is the end of the text. */
function isSeparator(code: number, isFlow: boolean): boolean {
  if (code === letter.space || isBreak(code) || Number.isNaN(code)) return true;
  return isFlow && isFlowSign(code);
}

function isFlowSign(code: number): boolean {
  return (
    code === letter.comma ||
    code === letter.openList ||
    code === letter.closeList ||
    code === letter.openMap ||
    code === letter.closeMap
  );
}

/** Reads a text in quotes that ends on its line and has nothing to resolve in it. */
export function readQuotedText(cursor: Cursor): string {
  const { text, end, at: start } = cursor;
  const quote = text.charCodeAt(start);
  for (let at = start + 1; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (text.charCodeAt(at + 1) === quote) giveUp();
      cursor.at = at + 1;
      return text.slice(start + 1, at);
    }
    if (code === letter.backslash || !isUsual(code)) giveUp();
  }
  return giveUp();
}

/** Whether a text in quotes starts with this letter. */
export function isQuote(code: number): boolean {
  return code === letter.doubleQuote || code === letter.singleQuote;
}

/** Where the text starts that the cursor is at: behind its quote, or on the line below `|`. */
export function startOfText({ text, at }: Cursor): number {
  const first = text.charCodeAt(at);
  if (first === letter.bar) return text.indexOf("\n", at) + 1;
  return isQuote(first) ? at + 1 : at;
}
