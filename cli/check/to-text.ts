import { createColors } from "picocolors";
import { printPath, type Diagnostic } from "../../diagnostics/index.ts";
import type { CheckResult, CheckSummary } from "./check-result.ts";
import { excerpt } from "./excerpt.ts";

type Colors = ReturnType<typeof createColors>;

/** How many undecided places of one rule are named; the rest is counted. */
const namedUnknowns = 3;

/** For people: findings by file with the line they are about, what could not be decided, and the sum. */
export function toText(result: CheckResult, color: boolean): string {
  const colors = createColors(color);
  const groups = Map.groupBy(result.findings, placeOf);
  const texts = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string): readonly string[] | undefined => {
    if (!texts.has(file)) texts.set(file, result.textOf(file)?.split("\n"));
    return texts.get(file);
  };
  const blocks = [...groups].map(([place, findings]) =>
    [
      colors.underline(place),
      ...findings.toSorted(byLine).map((each) => block(each, linesOf, colors)),
    ].join("\n"),
  );
  const parts = [
    ...blocks,
    ...unknowns(result.unknown, colors),
    ...fixes(result.fixed ?? [], colors),
    summaryLine(result.summary) + fixSum(result),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** As they stand in the file; what has no line keeps its order. */
function byLine({ position: a }: Diagnostic, { position: b }: Diagnostic): number {
  if (a === undefined || b === undefined) return 0;
  return a.line - b.line || a.column - b.column;
}

function placeOf({ position, subject }: Diagnostic): string {
  return position?.file ?? subject ?? "(no file)";
}

function block(
  finding: Diagnostic,
  linesOf: (file: string) => readonly string[] | undefined,
  colors: Colors,
): string {
  const { code, severity, message, fix, rule, covers = [], position, path } = finding;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.cyan }[severity];
  const at =
    position === undefined
      ? ""
      : `${position.file}:${String(position.line)}:${String(position.column)} `;
  const names = [rule, ...covers].filter((each) => each !== undefined).join(", ");
  const place = path.length === 0 ? "" : printPath(path);
  const head = `${colors.bold(code)} ${paint(severity)}  ${at}${place}`.trimEnd();
  const lines = [
    names === "" ? head : `${head}  ${colors.dim(`(${names})`)}`,
    `  ${message}`,
    ...(fix === undefined ? [] : [`  ${colors.dim("fix:")} ${fix}`]),
  ];
  const source = position === undefined ? undefined : linesOf(position.file);
  if (source !== undefined && position !== undefined) {
    lines.push(...excerpt(source, position).map((each) => `  ${colors.dim(each)}`));
  }
  return lines.join("\n");
}

/** Never passed in silence, but named only in part: thousands of objects can lack the same thing. */
function unknowns(unknown: readonly Diagnostic[], colors: Colors): string[] {
  if (unknown.length === 0) return [];
  const groups = Map.groupBy(unknown, ({ code, rule }) => `${code} ${rule ?? ""}`.trimEnd());
  const lines = [...groups].flatMap(([name, all]) => [
    `  ${colors.bold(name)}: ${count(all.length, "place")}`,
    ...all.slice(0, namedUnknowns).map(({ message }) => `      ${message}`),
    ...(all.length > namedUnknowns ? [`      and ${String(all.length - namedUnknowns)} more`] : []),
  ]);
  return [[colors.underline("cannot be decided here"), ...lines].join("\n")];
}

/** What `--fix` changed, in one line each. */
function fixes(fixed: readonly Diagnostic[], colors: Colors): string[] {
  if (fixed.length === 0) return [];
  const lines = fixed.map(({ code, message, position }) => {
    const { file = "", line = 0 } = position ?? {};
    return `  ${colors.bold(code)} ${file}:${String(line)} ${message}`;
  });
  return [[colors.underline("fixed"), ...lines].join("\n")];
}

function fixSum({ fixed, findings }: CheckResult): string {
  if (fixed !== undefined) return fixed.length === 0 ? "" : `, ${String(fixed.length)} fixed`;
  const fixable = findings.filter(({ edits }) => edits !== undefined).length;
  return fixable === 0 ? "" : ` (--fix can fix ${String(fixable)} of them)`;
}

/** The last line: what was looked at, and the sum. */
export function summaryLine(summary: CheckSummary): string {
  const { objects, cluster, files, patches, meshes, brokenMeshes } = summary;
  const { suppressed, baseline, unknown, notRun } = summary;
  const looked = [
    ...meshes.map(describeMesh),
    ...(brokenMeshes === 0
      ? []
      : [`${String(brokenMeshes)} mesh${brokenMeshes === 1 ? "" : "es"} with errors`]),
    ...(cluster === undefined
      ? []
      : [`${count(cluster.objects, "object")} in the cluster of context ${cluster.context}`]),
    ...(objects > 0 || (meshes.length + brokenMeshes === 0 && cluster === undefined)
      ? [`${count(objects, "object")} in ${count(files, "file")}`]
      : []),
    // What kustomize makes of them can be checked: `kustomize build … | heddle check -`.
    ...(patches === 0 ? [] : [`${count(patches, "file")} of kustomize patches not checked`]),
  ];
  const found = (["error", "warning"] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => count(summary[severity], severity))
    .concat(summary.info > 0 ? [count(summary.info, "note")] : []);
  const rest = [
    ...(unknown > 0 ? [`${String(unknown)} undecided`] : []),
    ...(suppressed > 0 ? [`${String(suppressed)} suppressed`] : []),
    ...(baseline > 0 ? [`${String(baseline)} in the baseline`] : []),
    ...(notRun > 0 ? [`${count(notRun, "rule")} not run without --against`] : []),
  ];
  const sum = [...(found.length === 0 ? ["no findings"] : found), ...rest].join(", ");
  return `${looked.join("; ")}: ${sum}`;
}

function describeMesh({
  name,
  services,
  calls,
  listeners,
}: CheckSummary["meshes"][number]): string {
  const parts = [
    count(services, "service"),
    count(calls, "call"),
    count(listeners, "gateway host"),
  ];
  return `${name}: ${parts.join(", ")}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
