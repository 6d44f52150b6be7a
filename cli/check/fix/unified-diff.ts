import { diffLines, type LineChange } from "./diff-lines.ts";
import type { FixedFile } from "./fix-findings.ts";

/** Lines that are shown around a change. */
const context = 3;

/** What changed in a file, in the form that `patch` and `git apply` read. */
export function unifiedDiff({ file, before, after }: FixedFile): string {
  const [old, young] = [linesOf(before), linesOf(after)];
  const changes = diffLines(old, young);
  if (changes.length === 0) return "";
  const name = file.replace(/^\/+/, "");
  const hunks = groups(changes).map((group) => hunk(group, old, young));
  return [`--- a/${name}`, `+++ b/${name}`, ...hunks, ""].join("\n");
}

/** Each line with its end, so that a last one without is told apart. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Changes whose context would meet are shown as one. */
function groups(changes: readonly LineChange[]): LineChange[][] {
  const all: LineChange[][] = [];
  for (const change of changes) {
    const group = all.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || change.start - last.end > 2 * context) {
      all.push([change]);
    } else group.push(change);
  }
  return all;
}

function hunk(group: readonly LineChange[], old: readonly string[], young: readonly string[]) {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) return "";
  const from = Math.max(first.start - context, 0);
  const to = Math.min(last.end + context, old.length);
  const shift = first.newStart - first.start;
  const newTo = to + (last.newEnd - last.end);
  const lines: string[] = [];
  let at = from;
  for (const { start, end, newStart, newEnd } of group) {
    lines.push(...old.slice(at, start).map((line) => show(" ", line)));
    lines.push(...old.slice(start, end).map((line) => show("-", line)));
    lines.push(...young.slice(newStart, newEnd).map((line) => show("+", line)));
    at = end;
  }
  lines.push(...old.slice(at, to).map((line) => show(" ", line)));
  const head = `@@ -${range(from, to)} +${range(from + shift, newTo)} @@`;
  return [head, ...lines].join("\n");
}

function range(from: number, to: number): string {
  return `${String(to > from ? from + 1 : from)},${String(to - from)}`;
}

function show(sign: string, line: string): string {
  return line.endsWith("\n")
    ? sign + line.slice(0, -1)
    : `${sign}${line}\n\\ No newline at end of file`;
}
