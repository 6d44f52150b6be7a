import type { Diagnostic } from "./diagnostic.ts";
import { formatDiagnostics } from "./format.ts";

/** Thrown once, at the edge, with every finding of the run. `message` is the printed form. */
export class HeddleError extends Error {
  override readonly name = "HeddleError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(formatDiagnostics(diagnostics));
    this.diagnostics = diagnostics;
  }
}
