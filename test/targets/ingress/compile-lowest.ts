import { createReport, type Report } from "../../../diagnostics/index.ts";
import type { Graph } from "../../../graph/index.ts";
import type { Mesh } from "../../../model/index.ts";
import { compileIngress, ingressTarget } from "../../../targets/ingress/index.ts";
import { renderManifests } from "../../../targets/render-manifests.ts";
import { reportLosses } from "../../../targets/target.ts";

/** What Ingresses make of a case that has a gateway. What they lose of it is reported apart. */
export function compileLowest(
  { mesh, graph }: { readonly mesh: Mesh; readonly graph: Graph },
  lost: Report,
): ReadonlyMap<string, string> {
  const report = createReport();
  const manifests = compileIngress(mesh, graph, report);
  if (manifests.length === 0 && !report.has("error")) return new Map();
  reportLosses(ingressTarget, mesh, lost);
  for (const each of report.diagnostics()) lost.add(each);
  if (report.has("error")) return new Map();
  return new Map([["ingress.yaml", renderManifests(manifests)]]);
}
