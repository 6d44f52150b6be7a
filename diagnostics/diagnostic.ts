import type { Code } from "./codes.ts";
import type { Edit } from "./edit.ts";
import type { Path } from "./path.ts";

/** How much a finding matters: an error stops the build, a warning and an info do not. */
export type Severity = "error" | "warning" | "info";

/** Worst first; the order in which findings are printed. */
export const severities = ["error", "warning", "info"] as const satisfies readonly Severity[];

/** A place in a file: line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A Kubernetes object by name. */
export interface Resource {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** One finding about what the author wrote. Plain data, so that it can be printed, sent and compared. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** Place in the author's data. */
  readonly path: Path;
  /** Lower case, no final period; names the value got and the values allowed. */
  readonly message: string;
  /** What to change, as an instruction. */
  readonly fix?: string;
  /** The fix as changes of the author's text, where there is one right way to write it. */
  readonly edits?: readonly Edit[];
  /** Id of the graph node that it is about, for example `service/shop/cart`. */
  readonly subject?: string;
  /** Id of the rule that found it, for rules only. */
  readonly rule?: string;
  /** Ids of the same finding in other tools: `IST0109`. */
  readonly covers?: readonly string[];
  /** The Kubernetes object that it is about; without a namespace where the object states none. */
  readonly resource?: Resource;
  /** The rule could not decide: neither good nor bad. */
  readonly undecided?: true;
  /** File, line and column, where the author's text is known. */
  readonly position?: Position;
}
