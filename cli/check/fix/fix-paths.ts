import { createReport, formatDiagnostics, type Report } from "../../../diagnostics/index.ts";
import { exitCode } from "../../exit-code.ts";
import { terminalColor } from "../../terminal-color.ts";
import type { CheckSettings } from "../check-settings.ts";
import { codeOf } from "../code-of.ts";
import { readSettings, type GivenOptions } from "../read-settings.ts";
import { renderResult } from "../render-result.ts";
import { fixFindings, type FixOutcome } from "./fix-findings.ts";
import { unifiedDiff } from "./unified-diff.ts";
import { writeFiles } from "./write-files.ts";

/** What the command line says beside what a check needs. */
export interface FixOptions {
  readonly fix: boolean;
  readonly dryRun: boolean;
  readonly watch: boolean;
}

/** `heddle check --fix`: checks, changes the files, checks again, and prints what is left; the exit code. */
export async function fixPaths(
  paths: readonly string[],
  given: GivenOptions,
  options: FixOptions,
): Promise<number> {
  const problems = createReport();
  const color = terminalColor(process.stdout);
  const settings = await readSettings(paths, given, problems, color);
  if (settings !== undefined) refuse(settings, options, problems);
  const outcome =
    settings === undefined || problems.has("error")
      ? undefined
      : await fixFindings(settings, problems);
  const isWritten =
    outcome !== undefined &&
    !problems.has("error") &&
    (options.dryRun || writeFiles(outcome.files, problems));
  for (const each of outcome?.refused ?? []) problems.add(each);
  say(problems);
  if (settings === undefined || outcome === undefined || !isWritten) return exitCode.failed;
  process.stdout.write(await print(settings, outcome, options));
  return codeOf(options.dryRun ? outcome.before : outcome.after);
}

async function print(
  settings: CheckSettings,
  { before, after, files }: FixOutcome,
  { dryRun }: FixOptions,
): Promise<string> {
  if (!dryRun) return renderResult(after, settings);
  const patch = files.map(unifiedDiff).join("");
  if (settings.format !== "text") return renderResult({ ...before, fixed: [], patch }, settings);
  const { length } = after.fixed ?? [];
  const left = after.findings.length;
  process.stderr.write(`${String(length)} would be fixed, ${String(left)} would be left\n`);
  return patch;
}

function refuse(settings: CheckSettings, options: FixOptions, problems: Report): void {
  const add = (message: string, fix: string): void => {
    problems.add({ code: "HED1065", severity: "error", path: [], message, fix });
  };
  if (!options.fix) add("--dry-run only tells what --fix would do", "add --fix");
  if (options.watch) add("--fix changes the files that --watch waits for", "leave one of them out");
  if (settings.writeBaseline) {
    add("--write-baseline makes all findings old ones, which are not fixed", "fix them first");
  }
  if (settings.paths.includes("-") && !options.dryRun) {
    const fix = "name the files, or print a patch with --dry-run";
    add("standard input cannot be changed", fix);
  }
  if (options.dryRun && settings.format !== "text" && settings.format !== "json") {
    add(`a patch has no place in ${settings.format}`, "use --format json or text");
  }
}

function say(problems: Report): void {
  const all = problems.diagnostics();
  if (all.length === 0) return;
  const text = formatDiagnostics(all, { color: terminalColor(process.stderr) });
  process.stderr.write(`${text}\n`);
}
