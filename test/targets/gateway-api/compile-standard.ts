import { createReport, type Report } from "../../../diagnostics/index.ts";
import type { Graph } from "../../../graph/index.ts";
import type { Mesh } from "../../../model/index.ts";
import { compileGatewayApi, gatewayApiTarget } from "../../../targets/gateway-api/index.ts";
import { renderManifests } from "../../../targets/render-manifests.ts";
import { reportLosses } from "../../../targets/target.ts";

/**
 * What the Gateway API's standard channel makes of a case. What it loses, and why it makes nothing of it, is reported
 * apart.
 */
export function compileStandard(
  { mesh, graph }: { readonly mesh: Mesh; readonly graph: Graph },
  lost: Report,
): ReadonlyMap<string, string> {
  reportLosses(gatewayApiTarget, mesh, lost);
  const report = createReport();
  const manifests = compileGatewayApi(mesh, graph, report);
  for (const each of report.diagnostics()) lost.add(each);
  if (report.has("error") || manifests.length === 0) return new Map();
  return new Map([["gateway-api.yaml", renderManifests(manifests)]]);
}
