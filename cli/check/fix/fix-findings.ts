import { printPath, type Diagnostic, type Report } from "../../../diagnostics/index.ts";
import type { CheckResult } from "../check-result.ts";
import type { CheckSettings } from "../check-settings.ts";
import { runCheck } from "../run-check.ts";
import { planFixes } from "./plan-fixes.ts";

/** A file before and after its fixes. */
export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** What fixing came to. Nothing is written yet. */
export interface FixOutcome {
  /** The check before any fix. */
  readonly before: CheckResult;
  /** The check of the fixed texts, with what was fixed. */
  readonly after: CheckResult;
  readonly files: readonly FixedFile[];
  /** Fixes that do not fit their text. */
  readonly refused: readonly Diagnostic[];
}

/** Fixes that wait for others take another round; more than this many come from rules that undo each other. */
const maxRounds = 20;

/** Fixes what can be fixed, checks again, and goes on until nothing is left. All in memory. */
export async function fixFindings(settings: CheckSettings, problems: Report): Promise<FixOutcome> {
  const before = await runCheck(settings, problems);
  const texts = new Map<string, string>();
  const fixed: Diagnostic[] = [];
  const refused = new Map<string, Diagnostic>();
  const tried = new Set<string>();
  let after = before;
  for (let round = 0; round < maxRounds; round += 1) {
    const plan = planFixes(after, (finding) => tried.has(keyOf(finding)));
    for (const each of plan.fixed) tried.add(keyOf(each));
    for (const { finding, reason } of plan.refused) {
      tried.add(keyOf(finding));
      refused.set(keyOf(finding), doesNotFit(finding, reason));
    }
    if (plan.texts.size === 0) break;
    fixed.push(...plan.fixed);
    for (const [file, text] of plan.texts) texts.set(file, text);
    after = await runCheck(settings, problems, texts);
  }
  const files = [...texts].map(([file, text]) => {
    return { file, before: before.textOf(file) ?? "", after: text };
  });
  return {
    before,
    after: { ...after, fixed: fixed.sort(byPlace) },
    files,
    refused: [...refused.values()],
  };
}

function byPlace({ position: a }: Diagnostic, { position: b }: Diagnostic): number {
  if (a === undefined || b === undefined) return 0;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}

function keyOf({ code, resource, path, message, position }: Diagnostic): string {
  return JSON.stringify([code, resource, position?.file, printPath(path), message]);
}

function doesNotFit(finding: Diagnostic, reason: string): Diagnostic {
  const { path, position, code } = finding;
  return {
    code: "HED1066",
    severity: "info",
    path,
    message: `${code} is not fixed: ${reason}`,
    ...(finding.fix === undefined ? {} : { fix: `change it by hand: ${finding.fix}` }),
    ...(position === undefined ? {} : { position }),
  };
}
