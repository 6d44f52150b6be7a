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
  /** What the state of a stack keeps of it. */
  readonly stack?: StateFacts;
  /** Where a path of the object is written, or the nearest part of it that is. Worked out when asked. */
  readonly locate: (path: Path) => Position;
  /** Where the object itself is written; nowhere, when it comes from a stack's state, which nobody writes. */
  readonly place?: WrittenPlace;
}

/** What the state of a stack keeps of an object beside what the program asked for. */
export interface StateFacts {
  readonly from: "state";
  readonly urn: string;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly deleteBeforeReplace?: boolean;
  readonly provider?: string;
  /** URNs of the resources that were made before it. */
  readonly dependencies: readonly string[];
}

/** A mesh of Heddle in the state of a stack, as its author wrote it. */
export interface StateMesh {
  readonly urn: string;
  readonly definition: unknown;
  readonly locate: (path: Path) => Position;
}

/** A place in a text: the part of it that holds one document, usually, and the way to the object in that. */
export interface WrittenPlace {
  readonly start: number;
  readonly end: number;
  /** Which document of the part is meant, from 0. */
  readonly index: number;
  /** Empty, or the way to the item of a list. */
  readonly base: Path;
}

/** A text and the name that findings give it. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** Position of an offset of the text. */
  readonly positionAt: (offset: number) => Position;
}
