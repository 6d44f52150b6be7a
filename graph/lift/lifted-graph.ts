import type { Path, Position } from "../../diagnostics/index.ts";
import type { Graph } from "../graph.ts";
import type { Manifest } from "../manifest.ts";
import type { StackFacts } from "../objects/stack-facts.ts";
import type { UnknownValue } from "./unknown-value.ts";

/** A manifest and where it comes from. */
export interface LiftedManifest {
  readonly manifest: Manifest;
  readonly origin: {
    /** Human name; default `Kind namespace/name`. */
    readonly source?: string;
    /** Pulumi URN, when it comes from a stack. */
    readonly urn?: string;
    /** What Pulumi keeps of it. */
    readonly stack?: StackFacts;
    /** Where its text starts, when it comes from a file. */
    readonly position?: Position;
    /** Where a place of it is written; asked only for places that something is said of. */
    readonly locate?: (path: Path) => Position;
  };
}

/** A graph and what could not be put into it. */
export interface LiftedGraph extends Graph {
  readonly unknowns: readonly UnknownValue[];
  /** The namespaces that could be read, where not all could: what others hold is open. Undefined: all. */
  readonly seen?: ReadonlySet<string>;
}
