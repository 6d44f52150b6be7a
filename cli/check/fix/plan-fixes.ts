import type { Diagnostic, Edit, Path } from "../../../diagnostics/index.ts";
import { editDocument } from "../../../source/edit/edit-document.ts";
import type { CheckResult } from "../check-result.ts";
import { findTargets, type FixTarget } from "./find-target.ts";

/** One finding that its rule knows how to fix, with its edits counted from the root of the document. */
interface Fix {
  readonly finding: Diagnostic;
  readonly target: FixTarget;
  readonly edits: readonly Edit[];
}

/** What one round of fixing does. */
export interface PlannedFixes {
  /** New texts by file name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly fixed: readonly Diagnostic[];
  /** Fixes that do not fit the text, with the reason. */
  readonly refused: readonly { readonly finding: Diagnostic; readonly reason: string }[];
}

/** Fixes as many findings as can be fixed at once; what meets another fix is left for the next round. */
export function planFixes(
  result: Pick<CheckResult, "findings" | "documents" | "meshFiles" | "textOf">,
  isTried: (finding: Diagnostic) => boolean,
): PlannedFixes {
  const targetOf = findTargets(result);
  const fixed: Diagnostic[] = [];
  const refused: { finding: Diagnostic; reason: string }[] = [];
  const fixes = result.findings.flatMap((finding): Fix[] => {
    if (finding.edits === undefined || isTried(finding)) return [];
    const target = targetOf(finding);
    if (target === undefined) {
      refused.push({ finding, reason: "it is in no text that can be changed" });
      return [];
    }
    return [{ finding, target, edits: finding.edits.map((each) => below(target.base, each)) }];
  });
  const texts = new Map<string, string>();
  for (const [file, ofFile] of Map.groupBy(fixes, ({ target }) => target.file)) {
    let text = result.textOf(file);
    if (text === undefined) continue;
    const parts = Map.groupBy(ofFile, ({ target }) => target.start);
    // From the end, so that what is before stays where it is.
    for (const [start, ofPart] of [...parts].sort(([a], [b]) => b - a)) {
      const end = ofPart[0]?.target.end ?? start;
      const part = fixPart(text.slice(start, end), ofPart, fixed, refused);
      text = text.slice(0, start) + part + text.slice(end);
    }
    if (text !== result.textOf(file)) texts.set(file, text);
  }
  return { texts, fixed, refused };
}

/** All at once where that works; one after the other where a fix among them does not fit. */
function fixPart(
  text: string,
  fixes: readonly Fix[],
  fixed: Diagnostic[],
  refused: { finding: Diagnostic; reason: string }[],
): string {
  const chosen = withoutMeeting(fixes);
  const together = write(text, chosen);
  if ("text" in together) {
    fixed.push(...chosen.map(({ finding }) => finding));
    return together.text;
  }
  let written = text;
  for (const fix of chosen) {
    const alone = write(written, [fix]);
    if ("text" in alone) {
      written = alone.text;
      fixed.push(fix.finding);
    } else refused.push({ finding: fix.finding, reason: alone.reason });
  }
  return written;
}

function write(text: string, fixes: readonly Fix[]): ReturnType<typeof editDocument> {
  const [first] = fixes;
  if (first === undefined) return { text };
  const { index, read } = first.target;
  const isOneDocument = fixes.every(({ target }) => target.index === index);
  if (!isOneDocument) return { reason: "they are in several documents" };
  return editDocument(
    { text, index, read },
    fixes.flatMap(({ edits }) => edits),
  );
}

/** Fixes that do not touch each other, the last place first: taking an item away moves only those behind it. */
function withoutMeeting(fixes: readonly Fix[]): readonly Fix[] {
  const sorted = fixes.toSorted((a, b) => -compare(lastOf(a), lastOf(b)));
  const chosen: Fix[] = [];
  for (const fix of sorted) if (!chosen.some((each) => meets(each, fix))) chosen.push(fix);
  return chosen;
}

function lastOf({ edits }: Fix): Path {
  return edits[0]?.path ?? [];
}

function meets(a: Fix, b: Fix): boolean {
  return (
    a.target.index === b.target.index &&
    a.edits.some((one) => b.edits.some((other) => isPrefix(one.path, other.path)))
  );
}

function isPrefix(a: Path, b: Path): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length).every((step, index) => String(step) === String(b[index]));
}

function compare(a: Path, b: Path): number {
  for (const [index, step] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (step === other) continue;
    if (typeof step === "number" && typeof other === "number") return step - other;
    return String(step) < String(other) ? -1 : 1;
  }
  return a.length - b.length;
}

function below(base: Path, edit: Edit): Edit {
  return { ...edit, path: [...base, ...edit.path] };
}
