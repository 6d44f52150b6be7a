import type { Diagnostic } from "../../diagnostics/index.ts";
import type { ManifestDocument } from "../../source/read-manifests.ts";

/** How a check ended: what every output format prints. */
export interface CheckResult {
  /** What is shown, the worst first. */
  readonly findings: readonly Diagnostic[];
  /** What could not be decided. */
  readonly unknown: readonly Diagnostic[];
  readonly summary: CheckSummary;
  /** The text of a file that a finding is in, for excerpts. */
  readonly textOf: (file: string) => string | undefined;
  /** The objects of manifests that were checked, for fixes. */
  readonly documents: readonly ManifestDocument[];
  /** Files in YAML with a mesh or an environment, for fixes. */
  readonly meshFiles: ReadonlySet<string>;
  /** With `--fix`: findings that are not there any more, because the files were changed. */
  readonly fixed?: readonly Diagnostic[];
  /** With `--fix --dry-run`: what would be changed, as a unified diff. */
  readonly patch?: string;
}

export interface CheckSummary {
  /** Objects of Kubernetes that were read from files. */
  readonly objects: number;
  /** A running cluster that was checked, by the context of the kubeconfig. */
  readonly cluster?: { readonly context: string; readonly objects: number };
  readonly files: number;
  /** Files in folders that kustomize lays over objects: of what is in them nothing is said. */
  readonly patches: number;
  /** Meshes of Heddle, and what is in them. */
  readonly meshes: readonly {
    readonly name: string;
    readonly services: number;
    readonly calls: number;
    readonly listeners: number;
  }[];
  /** Meshes whose errors left nothing to check beyond them. */
  readonly brokenMeshes: number;
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
