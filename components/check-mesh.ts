import { createReport, HeddleError, type Diagnostic } from "../diagnostics/index.ts";
import { buildGraph, type Manifest } from "../graph/index.ts";
import { parseMesh, type Mesh, type MeshDefinition } from "../model/index.ts";
import type { LoadedMesh } from "../source/load-mesh.ts";
import {
  compileIstio,
  injectionLabels,
  outsideLabels,
  podAnnotations,
  serviceAnnotations,
} from "../targets/istio/index.ts";
import type { Feature } from "../targets/features.ts";
import { istioTarget } from "../targets/istio-target.ts";
import { compileKubernetes } from "../targets/kubernetes/index.ts";
import { reportLosses } from "../targets/target.ts";

/** A mesh that was checked as a whole, and the objects that it becomes. */
export interface CheckedMesh {
  readonly mesh: Mesh;
  /** What the author wrote, overlays applied: plain data that `parseMesh` reads again. */
  readonly definition: MeshDefinition;
  readonly manifests: readonly Manifest[];
  /** Findings that do not stop the build. */
  readonly warnings: readonly Diagnostic[];
}

/**
 * Everything that can be known before anything is registered. Pure.
 *
 * @throws HeddleError with every finding, when one of them is an error.
 */
export function checkMesh(
  source: MeshDefinition | LoadedMesh,
  acceptLosses: readonly Feature[] = [],
): CheckedMesh {
  const report = createReport();
  const loaded = isLoaded(source) ? source : undefined;
  const definition = isLoaded(source) ? source.definition : source;
  const where = loaded === undefined ? {} : { positions: loaded.positions };
  const mesh = parseMesh(definition, report, where);
  const graph = mesh === undefined ? undefined : buildGraph(mesh, report, where);
  if (mesh !== undefined) reportLosses(istioTarget, mesh, report, { acceptLosses, ...where });
  const manifests =
    mesh === undefined || graph === undefined
      ? []
      : [
          ...compileKubernetes(mesh, report, {
            namespaceLabels: injectionLabels,
            outsideLabels,
            podAnnotations,
            serviceAnnotations,
          }),
          ...compileIstio(mesh, graph, report),
        ];
  if (mesh === undefined || report.has("error")) throw new HeddleError(report.diagnostics());
  return { mesh, definition: plain(definition), manifests, warnings: report.diagnostics() };
}

function isLoaded(source: MeshDefinition | LoadedMesh): source is LoadedMesh {
  return "positions" in source;
}

/** Pulumi turns whatever is not plain data into an empty object without a word. */
function plain(definition: MeshDefinition): MeshDefinition {
  return JSON.parse(JSON.stringify(definition)) as MeshDefinition;
}
