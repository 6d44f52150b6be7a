import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { ChangeRule, Finding, Rule, RuleHead } from "./rule.ts";
import { runChangeRule, runRule, type CheckedChange, type CheckedGraph } from "./run-rule.ts";

/** How many places failed and how many could not be decided. Zero of both is a pass. */
export interface CheckResult {
  readonly failed: number;
  readonly undecided: number;
}

/** Runs the rules and reports what they find. What cannot be decided is reported as `info` and counted. */
export function checkGraph(
  graph: CheckedGraph,
  rules: readonly Rule[],
  report: Report,
): CheckResult {
  return runAll(rules, (rule) => runRule(graph, rule), report);
}

/** The same for rules that compare the state before with the one after. */
export function checkChange(
  change: CheckedChange,
  rules: readonly ChangeRule[],
  report: Report,
): CheckResult {
  return runAll(rules, (rule) => runChangeRule(change, rule), report);
}

function runAll<Each extends RuleHead>(
  rules: readonly Each[],
  run: (rule: Each) => readonly Finding[],
  report: Report,
): CheckResult {
  let failed = 0;
  let undecided = 0;
  for (const rule of rules) {
    try {
      for (const finding of run(rule)) {
        if (finding.outcome === "fail") failed += 1;
        else undecided += 1;
        report.add(toDiagnostic(rule, finding));
      }
    } catch (error) {
      report.add(brokenRule(rule, error));
    }
  }
  return { failed, undecided };
}

/** A rule that stumbles over its input must not hide what the others find. */
function brokenRule({ id }: RuleHead, error: unknown): Diagnostic {
  return {
    code: "HED9001",
    severity: "error",
    path: ["rules", id],
    message: `rule ${id} failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: "this is a fault of Heddle, please report it with the objects that were checked",
    rule: id,
  };
}

/** A finding of a rule in the form that everything prints. */
export function toDiagnostic(rule: RuleHead, finding: Finding): Diagnostic {
  const { outcome, origin, fix, edits } = finding;
  const covers = finding.covers ?? rule.covers;
  const { position, object } = origin;
  const message = `${origin.source}: ${finding.message}`;
  return {
    code: rule.code,
    severity: outcome === "fail" ? rule.severity : "info",
    path: origin.path,
    message: outcome === "fail" ? message : `cannot be decided: ${message}`,
    fix,
    ...(outcome === "fail" && edits !== undefined ? { edits } : {}),
    subject: origin.source,
    rule: rule.id,
    ...(covers.length === 0 ? {} : { covers }),
    ...(object === undefined ? {} : { resource: object }),
    ...(outcome === "unknown" ? { undecided: true } : {}),
    ...(position === undefined ? {} : { position }),
  };
}
