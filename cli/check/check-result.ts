import type { Diagnostic } from "../../diagnostics/index.ts";

/** How a check ended: what every output format prints. */
export interface CheckResult {
  /** What is shown, the worst first. */
  readonly findings: readonly Diagnostic[];
  /** What could not be decided. */
  readonly unknown: readonly Diagnostic[];
  readonly summary: CheckSummary;
  /** The text of a file that a finding is in, for excerpts. */
  readonly textOf: (file: string) => string | undefined;
}

export interface CheckSummary {
  /** Objects of Kubernetes that were read. */
  readonly objects: number;
  readonly files: number;
  /** Meshes of Heddle, and what is in them. */
  readonly meshes: readonly {
    readonly name: string;
    readonly services: number;
    readonly calls: number;
    readonly listeners: number;
  }[];
  /** Rules that were run. */
  readonly rules: number;
  /** Rules of changes that were not run, because nothing says what is deployed now. */
  readonly notRun: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly unknown: number;
  /** Findings that a comment or an annotation suppresses. */
  readonly suppressed: number;
  /** Findings of the baseline. */
  readonly baseline: number;
}
