import type { Position } from "../../diagnostics/index.ts";

const longest = 120;

/** The line of a place with the one before it, and a mark below the column. */
export function excerpt(
  lines: readonly string[],
  { line, column }: Pick<Position, "line" | "column">,
): readonly string[] {
  const text = lines[line - 1];
  if (text === undefined || isSecret(lines, line - 1)) return [];
  const width = String(line).length;
  const row = (number: number, content: string): string =>
    `${String(number).padStart(width)} | ${shown(content)}`;
  const before = line > 1 ? (lines[line - 2] ?? "") : "";
  const mark = column <= longest ? [`${" ".repeat(width)} | ${" ".repeat(column - 1)}^`] : [];
  return [...(before.trim() === "" ? [] : [row(line - 1, before)]), row(line, text), ...mark];
}

/** One line of one width each: tabs and control characters would shift or steer the terminal. */
function shown(text: string): string {
  const clean = text.replace(/\r$/, "").replace(/\p{Cc}/gu, " ");
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
}

/** How far the kind of an object is looked for; no Secret is longer in lines. */
const looked = 3000;

/** Whether a line is part of a Secret, of which nothing may be printed: also where the object cannot be read. */
function isSecret(lines: readonly string[], at: number): boolean {
  const says = (line: string): boolean => /["']?kind["']?\s*:\s*["']?Secret\b/.test(line);
  for (const step of [-1, 1]) {
    for (let index = at; Math.abs(index - at) < looked; index += step) {
      const line = lines[index];
      if (line === undefined) break;
      if (says(line)) return true;
      if (/^---(?:\s|$)/.test(line) && index !== at) break;
    }
  }
  return false;
}
