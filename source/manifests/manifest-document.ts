import type { Path, Position } from "../../diagnostics/index.ts";

/** One Kubernetes object of a file, of standard input or of a stack's state. */
export interface ManifestDocument {
  /** Has at least a text for `apiVersion` and for `kind`, and a map for `metadata`. */
  readonly manifest: Readonly<Record<string, unknown>> & {
    readonly apiVersion: string;
    readonly kind: string;
  };
  readonly file: SourceFile;
  /** Which document of its file it is in, from 0. */
  readonly document: number;
  /** Pulumi URN, when it comes from a stack's state. */
  readonly urn?: string;
  /** Where a path of the object is written, or the nearest part of it that is. Worked out when asked. */
  readonly locate: (path: Path) => Position;
}

/** A text and the name that findings give it. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** Position of an offset of the text. */
  readonly positionAt: (offset: number) => Position;
}
