import type { Diagnostic, Report } from "../../diagnostics/index.ts";
import { checkChange } from "../../rules/check-graph.ts";
import type { ChangeRule } from "../../rules/rule.ts";
import type { Against } from "./against/read-against.ts";
import type { CheckInput } from "./read-input.ts";

/**
 * Runs the rules of changes from what is deployed now to the input. Both must have been read in full: what is missing
 * because nobody could read it looks like what was removed.
 */
export function checkAgainst(
  { input: before, diagnostics }: Against,
  after: CheckInput,
  rules: readonly ChangeRule[],
  report: Report,
): void {
  const lost = [...report.diagnostics(), ...diagnostics].find(isLost);
  const own = diagnostics.filter(
    ({ position }) =>
      position === undefined ||
      !(before.context.has(position.file) || before.patches.has(position.file)),
  );
  for (const each of own) report.add(asUndecided(each));
  if (lost === undefined) {
    checkChange({ before: before.graph, after: after.graph }, rules, report);
    return;
  }
  report.add({
    code: "HED1064",
    severity: "info",
    path: [],
    message: `${String(rules.length)} rules of changes were not run: ${lost.position?.file ?? "the input"} could not be read (${lost.code})`,
    fix: "correct it, or name only what can be read",
    undecided: true,
  });
}

/** An object that cannot be read leaves single facts open (HED2010); a text that cannot, nobody knows what. */
function isLost({ code, severity }: Diagnostic): boolean {
  return severity === "error" && code !== "HED2010";
}

/** What is wrong with what is deployed now is no fault of the input. */
function asUndecided(each: Diagnostic): Diagnostic {
  return { ...each, severity: "info", undecided: true, message: `state before: ${each.message}` };
}
