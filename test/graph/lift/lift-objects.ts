import { createReport } from "../../../diagnostics/index.ts";
import { liftGraph } from "../../../graph/lift-graph.ts";
import type { Manifest } from "../../../graph/manifest.ts";

/** Name of the object in most tests. */
export const metadata = { name: "cart", namespace: "shop" };

/** Lifts plain objects, whatever they are. */
export function lift(...objects: readonly unknown[]) {
  const report = createReport();
  const manifests = objects.map((each) => ({ manifest: each as Manifest, origin: {} }));
  return { graph: liftGraph(manifests, report), diagnostics: report.diagnostics() };
}
