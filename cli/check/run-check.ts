import { readFileSync } from "node:fs";
import { createReport, severities, type Diagnostic, type Report } from "../../diagnostics/index.ts";
import { allRules } from "../../rules/all.ts";
import { changeRules } from "../../rules/change/index.ts";
import { checkGraph } from "../../rules/check-graph.ts";
import { everyRule } from "../../rules/every-rule.ts";
import type { Against } from "./against/read-against.ts";
import { readBaseline, withoutOld, writeBaseline } from "./baseline.ts";
import { checkAgainst } from "./check-against.ts";
import type { CheckResult } from "./check-result.ts";
import type { CheckSettings } from "./check-settings.ts";
import { configureRules, unknownPatterns } from "./configure-rules.ts";
import { idsOf, idsOfFinding, matchIds } from "./match-id.ts";
import { meshSettings } from "./mesh-settings.ts";
import { readInput, type CheckInput } from "./read-input.ts";
import { readSuppressions } from "./suppress.ts";

/**
 * Checks everything that the settings name: reads it as one graph, runs the rules, and takes out what is not asked for,
 * suppressed or old. Findings of the settings themselves are thrown by the caller. `texts` are read instead of what the
 * files of their names hold.
 */
export async function runCheck(
  settings: CheckSettings,
  problems: Report,
  texts?: ReadonlyMap<string, string>,
): Promise<CheckResult> {
  const { select, ignore, rules: levels } = settings;
  for (const each of unknownPatterns(everyRule, [...select, ...ignore, ...Object.keys(levels)])) {
    problems.add(each);
  }
  const baseline =
    settings.baseline === undefined || settings.writeBaseline
      ? undefined
      : readBaseline(settings.baseline, problems);
  const against = await readBefore(settings, problems);
  const cluster = await readRunning(settings, problems);
  const report = createReport();
  const input = await readInput(settings, report, undefined, texts, cluster);
  const ofMeshes = meshSettings(input.meshes, report);
  const configured = { ...ofMeshes, ...levels };
  const rules = configureRules(allRules, select, configured);
  const ofChanges = configureRules(changeRules, select, configured);
  if (against !== undefined) checkAgainst(against, input, ofChanges, report);
  else if (rules.length === 0 && ofChanges.length > 0) problems.add(needsAgainst(select));
  checkGraph(input.graph, rules, report);
  const asked = report.diagnostics().filter((each) => isAsked(each, settings, input));
  const suppressions = suppressionsOf(input);
  const before = against && suppressionsOf(against.input);
  const shown = asked.filter((each) => !suppressions.covers(each) && before?.covers(each) !== true);
  const isLow = (each: Diagnostic): boolean =>
    severities.indexOf(each.severity) > severities.indexOf(settings.severity);
  const found = [...shown, ...suppressions.problems].filter(
    (each) => each.undecided !== true && !isLow(each),
  );
  if (settings.writeBaseline && settings.baseline !== undefined) {
    writeBaseline(settings.baseline, found);
  }
  const findings = settings.writeBaseline
    ? []
    : withoutOld(found, baseline ?? new Map<string, number>());
  const unknown = shown.filter((each) => each.undecided === true);
  return {
    findings,
    unknown,
    summary: {
      objects: input.documents.length,
      ...(input.cluster === undefined ? {} : { cluster: input.cluster }),
      files: input.files.length + input.meshes.length,
      patches: input.patches.size,
      meshes: input.meshes.map(({ mesh, graph }) => ({
        name: mesh.name,
        services: graph.services.length,
        calls: graph.calls.length,
        listeners: graph.listeners.length,
      })),
      brokenMeshes: input.brokenMeshes,
      rules: rules.length + (against === undefined ? 0 : ofChanges.length),
      notRun: against === undefined ? ofChanges.length : 0,
      ...count(findings),
      unknown: unknown.length,
      suppressed: asked.length - shown.length,
      baseline: found.length - findings.length,
    },
    textOf: textsOf([...input.files, ...(against?.input.files ?? [])], texts),
    documents: input.documents,
    meshFiles: input.meshFiles,
  };
}

/** What is deployed now; its reader is loaded only where somebody asks. */
async function readBefore(settings: CheckSettings, problems: Report): Promise<Against | undefined> {
  if (settings.against === undefined) return undefined;
  const { readAgainst } = await import("./against/read-against.ts");
  return readAgainst(settings.against, settings, problems);
}

/** A running cluster; its reader is loaded only where somebody asks. */
async function readRunning({ cluster }: CheckSettings, problems: Report) {
  if (cluster === undefined) return undefined;
  const { readCluster } = await import("../../source/read-cluster.ts");
  const state = await readCluster(cluster, problems);
  return state && { ...state, isChecked: cluster.isChecked };
}

/** Who asks for rules of changes alone would take their silence for a pass. */
function needsAgainst(select: readonly string[]): Diagnostic {
  return {
    code: "HED1063",
    severity: "error",
    path: [],
    message: `${select.join(", ")} compares with what is deployed now, and nothing says what that is`,
    fix: "add --against with a file, a folder or a ref of git: --against origin/main",
  };
}

/** What was not read at all is shown whatever is selected: nothing else says that a part is missing. */
function isAsked(finding: Diagnostic, { select, ignore }: CheckSettings, input: CheckInput) {
  const { position, subject } = finding;
  if (position !== undefined && onlyAnswers(finding, position.file, input)) return false;
  if (position === undefined && subject !== undefined && input.elsewhere.has(subject)) return false;
  const ids = idsOfFinding(finding);
  if (matchIds(ignore)(ids)) return false;
  return select.length === 0 || finding.rule === undefined || matchIds(select)(ids);
}

/** Of what only gives answers nothing is said but that it could not be read; a patch need not be a whole object. */
function onlyAnswers({ rule, code }: Diagnostic, file: string, input: CheckInput): boolean {
  if (input.context.has(file)) return rule !== undefined;
  return input.patches.has(file) && (rule !== undefined || !code.startsWith("HED1"));
}

function suppressionsOf({ files, meshTexts, graph, context }: CheckInput) {
  const known = [...new Set(everyRule.flatMap(idsOf))];
  return readSuppressions({
    files: [...files.filter(({ name }) => !context.has(name)), ...meshTexts],
    objects: graph.objects,
    today: new Date().toISOString().slice(0, 10),
    isKnown: (pattern) => pattern.startsWith("HED") || matchIds([pattern])(known),
  });
}

function count(findings: readonly Diagnostic[]) {
  const number = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) number[severity] += 1;
  return number;
}

/** Texts of manifests are here already; a mesh's file is read again for the few findings in it. */
function textsOf(
  files: CheckInput["files"],
  given: ReadonlyMap<string, string> = new Map(),
): CheckResult["textOf"] {
  const texts = new Map<string, string | undefined>(given);
  for (const { name, text } of files) texts.set(name, text);
  return (file) => {
    if (!texts.has(file)) {
      try {
        texts.set(file, readFileSync(file, "utf8"));
      } catch {
        texts.set(file, undefined);
      }
    }
    return texts.get(file);
  };
}
