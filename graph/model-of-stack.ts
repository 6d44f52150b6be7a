import { createReport, type Report } from "../diagnostics/index.ts";
import { buildGraph } from "./build-graph.ts";
import type { BuildOptions } from "./create-origin.ts";
import type { Graph } from "./graph.ts";
import { liftGraph } from "./lift-graph.ts";
import { serviceId, workloadName } from "./names.ts";
import { parseMesh, servicesOf, type Mesh } from "../model/index.ts";

/**
 * What a mesh's author says and no object of the stack does: who calls whom, and the services and versions without an
 * image, which somebody else deploys. Everything else is read from the objects, which transformations may have
 * changed.
 */
export function modelOfStack(
  definition: unknown,
  urn: string,
  report: Report,
  options: BuildOptions = {},
): Graph {
  const nothing = liftGraph([], createReport());
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) return nothing;
  const { calls, services, workloads } = buildGraph(mesh, report, options);
  const foreign = foreignNames(mesh);
  return {
    ...nothing,
    calls: calls.map((call) => ({ ...call, origin: { ...call.origin, urn } })),
    services: services.filter(({ id }) => foreign.has(id)),
    workloads: workloads.filter(({ namespace, name }) => foreign.has(`${namespace}/${name} pods`)),
  };
}

/** Services of which no version has an image, and the workloads of versions without one. */
function foreignNames(mesh: Mesh): ReadonlySet<string> {
  const names = new Set<string>();
  for (const service of servicesOf(mesh)) {
    if (service.kind === "external") continue;
    const missing = service.versions.filter(({ image }) => image === undefined);
    if (missing.length === service.versions.length) names.add(serviceId(service));
    for (const version of missing) {
      const name = workloadName(service.name, version, service.versioned);
      names.add(`${service.namespace}/${name} pods`);
    }
  }
  return names;
}
