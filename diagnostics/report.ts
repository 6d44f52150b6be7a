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
  const found = new Map<string, Entry>();
  return {
    add(diagnostic) {
      const place = printPath(diagnostic.path);
      const { file = "", line = 0, column = 0 } = diagnostic.position ?? {};
      const at = `${file}:${String(line)}:${String(column)}`;
      found.set(`${diagnostic.code} ${at} ${place} ${diagnostic.message}`, { diagnostic, place });
    },
    diagnostics: () => [...found.values()].sort(compareEntries).map((each) => each.diagnostic),
    has: (severity) =>
      found
        .values()
        .some(
          ({ diagnostic }) =>
            severities.indexOf(diagnostic.severity) <= severities.indexOf(severity),
        ),
  };
}

interface Entry {
  readonly diagnostic: Diagnostic;
  /** The printed path, which the order needs again and again. */
  readonly place: string;
}

function compareEntries(a: Entry, b: Entry): number {
  const [first, second] = [a.diagnostic, b.diagnostic];
  return (
    severities.indexOf(first.severity) - severities.indexOf(second.severity) ||
    compareText(first.code, second.code) ||
    compareText(a.place, b.place) ||
    compareText(first.message, second.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
