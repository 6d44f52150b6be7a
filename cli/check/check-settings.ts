import type { Severity } from "../../diagnostics/index.ts";

export const formats = ["text", "json", "sarif", "junit", "github"] as const;
export type Format = (typeof formats)[number];

/** Everything that decides what `heddle check` looks at and what it shows: options over the settings file. */
export interface CheckSettings {
  /** Files, folders and `-`; `mesh.yaml` where none is named. */
  readonly paths: readonly string[];
  /** Changes laid over the mesh. */
  readonly environment?: string;
  readonly format: Format;
  /** Patterns of codes, rule ids and ids of other tools; empty: all. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
  /** The lowest severity that is shown, and that makes the check fail. */
  readonly severity: Severity;
  /** Severity by pattern; `off` switches rules off. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  readonly baseline?: string;
  /** What is deployed now: a file, a folder, or a ref of git. Undefined: rules of changes are not run. */
  readonly against?: string;
  readonly writeBaseline: boolean;
  readonly meshConfig?: string;
  /** What is deployed elsewhere: it answers questions, and nothing is said of it. */
  readonly context: readonly string[];
  /** Read a running cluster too. Undefined: none is asked. */
  readonly cluster?: ClusterSettings;
  readonly color: boolean;
}

/** Which running cluster is read. */
export interface ClusterSettings {
  /** Context of the kubeconfig; default the current one. */
  readonly context?: string;
  /** Only these are read. Undefined: all. */
  readonly namespaces?: readonly string[];
  /** Check what is in it. Otherwise it only answers questions, as what is deployed elsewhere does. */
  readonly isChecked: boolean;
}
