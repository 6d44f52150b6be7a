import { printPath, type Diagnostic } from "../../diagnostics/index.ts";
import type { CheckResult } from "./check-result.ts";

/** The stable form for programs. */
export function toJson({ findings, unknown, summary, fixed, patch }: CheckResult): string {
  const content = {
    ok: findings.length === 0,
    diagnostics: findings.map(flatten),
    unknown: unknown.map(flatten),
    ...(fixed === undefined ? {} : { fixed: fixed.map(flatten) }),
    ...(patch === undefined ? {} : { patch }),
    summary,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** A key without a value is not there: an object that states no namespace has none in `resource`. */
function flatten(finding: Diagnostic): Readonly<Record<string, unknown>> {
  const {
    code,
    rule,
    covers = [],
    severity,
    message,
    fix,
    edits,
    resource,
    position,
    path,
  } = finding;
  return {
    code,
    ...(rule === undefined ? {} : { rule }),
    covers,
    severity,
    message,
    ...(fix === undefined ? {} : { fix }),
    ...(edits === undefined ? {} : { fixable: true }),
    ...(resource === undefined ? {} : { resource }),
    ...position,
    // The root of the object is the empty path.
    path: path.length === 0 ? "" : printPath(path),
  };
}
