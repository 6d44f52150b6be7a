import { existsSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import {
  createReport,
  formatDiagnostics,
  type Diagnostic,
  type Report,
} from "../../diagnostics/index.ts";
import { buildGraph } from "../../graph/index.ts";
import { loadMesh } from "../../source/index.ts";
import {
  compileIstio,
  meshConfig,
  injectionLabels,
  outsideLabels,
  podAnnotations,
  serviceAnnotations,
} from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { compileEdge } from "../targets/envoy/compile-edge.ts";
import { compileStandard } from "../targets/gateway-api/compile-standard.ts";
import { compileLowest } from "../targets/ingress/compile-lowest.ts";
import { renderManifests } from "../../targets/render-manifests.ts";

/** Everything that a case's inputs become, by file name; only the errors where there is one. */
export function compileCase(folder: string): ReadonlyMap<string, string> {
  const report = createReport();
  const outputs = compile(folder, report);
  if (!report.has("info")) return outputs;
  return new Map([["errors.txt", `${formatDiagnostics(inFolder(report, folder))}\n`]]);
}

function compile(folder: string, report: Report): Map<string, string> {
  const file = join(folder, existsSync(join(folder, "mesh.ts")) ? "mesh.ts" : "mesh.yaml");
  const environment = join(folder, "environment.yaml");
  const loaded = loadMesh(existsSync(environment) ? { file, environment } : { file }, report);
  if (loaded === undefined) return new Map();
  const { mesh, positions } = loaded;
  const graph = buildGraph(mesh, report, { positions });
  const outputs = new Map([["istio.yaml", renderManifests(compileIstio(mesh, graph, report))]]);
  // What every mesh says is in the goldens of those that say more.
  const settings = meshConfig(mesh);
  if (Object.keys(settings).length > 1) {
    outputs.set("mesh-config.yaml", stringify(settings, { aliasDuplicateObjects: false }));
  }
  const options = {
    namespaceLabels: injectionLabels,
    outsideLabels,
    podAnnotations,
    serviceAnnotations,
  };
  const workloads = compileKubernetes(mesh, report, options);
  if (workloads.some(({ kind }) => kind === "Deployment")) {
    outputs.set("kubernetes.yaml", renderManifests(workloads));
  }
  const lost = createReport();
  for (const [name, output] of [
    ...compileStandard({ mesh, graph }, lost),
    ...compileLowest({ mesh, graph }, lost),
    ...compileEdge(folder, { mesh, graph }, { report, lost }),
  ]) {
    outputs.set(name, output);
  }
  if (lost.has("info")) {
    outputs.set("losses.txt", `${formatDiagnostics(inFolder(lost, folder))}\n`);
  }
  return outputs;
}

/** Positions without the folder, which is another one on every machine. */
function inFolder(report: Report, folder: string): readonly Diagnostic[] {
  return report.diagnostics().map((each) => {
    const { position } = each;
    if (position === undefined) return each;
    return { ...each, position: { ...position, file: position.file.slice(folder.length + 1) } };
  });
}
