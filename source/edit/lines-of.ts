/** Where the line of an offset starts. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/**
 * Behind the end of the line in which something ends, over a comment that stands behind it; `undefined` where something
 * else does.
 */
export function lineEnd(text: string, offset: number): number | undefined {
  // A block text ends with its own line.
  if (offset > 0 && text[offset - 1] === "\n") return offset;
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline + 1;
  return /^[ \t]*(?:[ \t]#.*)?\r?\n?$/.test(text.slice(offset, end)) ? end : undefined;
}

/** The column of an offset, where nothing but space and the dashes of lists stands before it. */
export function columnOf(text: string, offset: number): number | undefined {
  const before = text.slice(lineStart(text, offset), offset);
  return /^[ -]*$/.test(before) ? before.length : undefined;
}

/** How the lines of a text end. */
export function newlineOf(text: string): "\n" | "\r\n" {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
