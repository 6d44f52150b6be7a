import type { Path, Position, Report } from "../diagnostics/index.ts";
import type { Graph } from "../graph/index.ts";
import type { Mesh } from "../model/index.ts";
import { featuresOf, type Feature } from "./features.ts";

/** What a target does with a feature: it has it, or says what is lost and what comes nearest. */
export type Support = "yes" | Loss;

export interface Loss {
  /** Why it cannot be expressed. */
  readonly loss: string;
  /** What to do instead, as an instruction. */
  readonly nearest: string;
}

/** One document of a target's output: a Kubernetes object, a proxy's configuration. Plain data. */
export type TargetDocument = object;

/** Something that a mesh can be compiled to. */
export interface Target {
  readonly name: string;
  /** A decision on every feature: without one, it does not compile. */
  readonly features: Readonly<Record<Feature, Support>>;
  /** Pure. Equal meshes give equal documents, whatever the order of the author's maps. */
  compile(mesh: Mesh, graph: Graph, report: Report): readonly TargetDocument[];
}

export interface CompileOptions {
  /** Losses that the author accepts: they are an information then, not an error. */
  readonly acceptLosses?: readonly Feature[];
  readonly positions?: (path: Path) => Position | undefined;
}

/**
 * Compiles a mesh to a target. Every feature that the mesh uses and the target lacks is an error (HED3001) with the
 * nearest alternative, once for each place, unless the loss is accepted.
 */
export function compileTarget(
  target: Target,
  { mesh, graph }: { readonly mesh: Mesh; readonly graph: Graph },
  report: Report,
  options: CompileOptions = {},
): readonly TargetDocument[] {
  reportLosses(target, mesh, report, options);
  return target.compile(mesh, graph, report);
}

/** Reports what a target will lose of a mesh. */
export function reportLosses(
  target: Pick<Target, "name" | "features">,
  mesh: Mesh,
  report: Report,
  { acceptLosses = [], positions }: CompileOptions = {},
): void {
  for (const [feature, places] of featuresOf(mesh)) {
    const support = target.features[feature];
    if (support === "yes") continue;
    const accepted = acceptLosses.includes(feature);
    for (const path of places) {
      const position = positions?.(path);
      report.add({
        code: "HED3001",
        severity: accepted ? "info" : "error",
        path,
        message: `target "${target.name}" cannot express ${feature}: ${support.loss}`,
        fix: accepted
          ? `the loss is accepted; instead: ${support.nearest}`
          : `${support.nearest}; or accept the loss with acceptLosses: ["${feature}"]`,
        ...(position === undefined ? {} : { position }),
      });
    }
  }
}
