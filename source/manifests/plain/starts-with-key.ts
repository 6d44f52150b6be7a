import { isBreak, letter, type Cursor } from "./cursor.ts";
import { isQuote } from "./read-text.ts";

/** Whether what the cursor is at is an entry of a map, and no value: there is a colon with a space behind it. */
export function startsWithKey({ text, at: start, end }: Cursor): boolean {
  const first = text.charCodeAt(start);
  if (first === letter.openMap || first === letter.openList) return false;
  let at = isQuote(first) ? text.indexOf(text.charAt(start), start + 1) + 1 : start;
  if (at > start) {
    while (text.charCodeAt(at) === letter.space) at += 1;
    return text.charCodeAt(at) === letter.colon;
  }
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) return false;
    if (code === letter.hash && text.charCodeAt(at - 1) === letter.space) return false;
    if (code !== letter.colon) continue;
    const next = text.charCodeAt(at + 1);
    if (at + 1 >= end || next === letter.space || isBreak(next)) return true;
  }
  return false;
}
