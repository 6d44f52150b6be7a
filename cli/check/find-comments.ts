/** A comment that suppresses, and the lines that it is for (both from 1, the last one included). */
export interface SuppressingComment {
  readonly text: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const word = "heddle-ignore";
const comment = /(^|\s)(?:#|\/\/)\s*heddle-ignore\b[ \t]*(.*)$/;
const commentLine = /^\s*(?:#|\/\/)/;

/**
 * Finds the comments `# heddle-ignore …` of a YAML text, and `// heddle-ignore …` of a module. One at the end of a line is
 * for what that line starts, one on a line of its own for what the next line starts: a field with all below it. Before
 * the first line of a document, or on the line of its `kind`, it is for the whole object.
 */
export function findComments(text: string): readonly SuppressingComment[] {
  if (!text.includes(word)) return [];
  const lines = text.split(/\r?\n/);
  return lines.flatMap((line, index): SuppressingComment[] => {
    const [found, , said = ""] = comment.exec(line) ?? [];
    if (found === undefined) return [];
    const isAlone = commentLine.test(line);
    const start = isAlone ? nextContent(lines, index + 1) : index;
    const { from, to } = extent(lines, start);
    return [{ text: said.trim(), line: index + 1, from: from + 1, to: to + 1 }];
  });
}

function isContent(line: string): boolean {
  return line.trim() !== "" && !commentLine.test(line) && !isMarker(line);
}

function isMarker(line: string): boolean {
  return /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

function nextContent(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, index) => index >= from && isContent(line));
  return found < 0 ? from : found;
}

/** The lines of what starts at a line: down to the next line that is not indented further. */
function extent(lines: readonly string[], start: number): { from: number; to: number } {
  const first = firstOfDocument(lines, start);
  const line = lines[start] ?? "";
  if (first === start || /^["']?kind["']?\s*:/.test(line)) {
    const end = lines.findIndex((each, index) => index > start && isMarker(each));
    return { from: first, to: (end < 0 ? lines.length : end) - 1 };
  }
  const indent = indentOf(line);
  const isItem = /^\s*-(?:\s|$)/.test(line);
  let to = start;
  for (let index = start + 1; index < lines.length; index += 1) {
    const next = lines[index] ?? "";
    if (isMarker(next)) break;
    if (!isContent(next)) continue;
    const depth = indentOf(next);
    // The items of a list may stand as far left as its key.
    const isItemOfKey = depth === indent && !isItem && /^\s*-(?:\s|$)/.test(next);
    if (depth <= indent && !isItemOfKey) break;
    to = index;
  }
  return { from: start, to };
}

function firstOfDocument(lines: readonly string[], at: number): number {
  let first = at;
  for (let index = at; index >= 0 && !isMarker(lines[index] ?? ""); index -= 1) {
    if (isContent(lines[index] ?? "")) first = index;
  }
  return first;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
