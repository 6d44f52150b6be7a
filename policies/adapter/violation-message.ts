import { printPath, type Severity } from "../../diagnostics/index.ts";
import type { Finding, Rule } from "../../rules/rule.ts";

/** A finding as Pulumi prints it below the policy's description: code, place, what, and what to change. */
export function violationMessage(rule: Rule, finding: Finding, severity: Severity): string {
  const { source, path } = finding.origin;
  const place = path.length === 0 ? source : `${source}: ${printPath(path)}`;
  return [
    `${rule.code} ${severity}  ${place}`,
    `  ${finding.message}`,
    `  fix: ${finding.fix}`,
    `  rule: ${rule.id}`,
  ].join("\n");
}
