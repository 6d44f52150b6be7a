import { printPath } from "./path.ts";
import { severities, type Diagnostic, type Severity } from "./diagnostic.ts";

/** Collects the findings of one run. Every stage takes one and goes on; only the edge looks at the sum and throws. */
export interface Report {
  add(diagnostic: Diagnostic): void;
  /** All findings so far, without repetitions, the worst first, then by code and place. */
  diagnostics(): readonly Diagnostic[];
  /** True once a finding of this severity or a worse one was added. */
  has(severity: Severity): boolean;
}

/** Makes an empty report. */
export function createReport(): Report {
  const found = new Map<string, Diagnostic>();
  return {
    add(diagnostic) {
      const place = printPath(diagnostic.path);
      found.set(`${diagnostic.code} ${place} ${diagnostic.message}`, diagnostic);
    },
    diagnostics: () => [...found.values()].sort(compareDiagnostics),
    has: (severity) =>
      found
        .values()
        .some((each) => severities.indexOf(each.severity) <= severities.indexOf(severity)),
  };
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.code, b.code) ||
    compareText(printPath(a.path), printPath(b.path)) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
