import type { Report } from "../diagnostics/index.ts";
import type { Mesh } from "../model/index.ts";
import { buildAccess } from "./build/build-access.ts";
import { buildCalls } from "./build/build-calls.ts";
import { buildListeners } from "./build/build-listeners.ts";
import { buildReceiverModes } from "./build/build-receiver-modes.ts";
import { buildRoutes } from "./build/build-routes.ts";
import { buildServices } from "./build/build-services.ts";
import { buildSubsets } from "./build/build-subsets.ts";
import { buildWorkloads } from "./build/build-workloads.ts";
import { checkWorkloadNames } from "./check-workload-names.ts";
import { createOrigin, type BuildOptions } from "./create-origin.ts";
import type { Graph } from "./graph.ts";

/**
 * Builds the graph of a parsed mesh. Every reference resolves, because `parseMesh` has checked them; equal meshes give
 * equal graphs, whatever the order of the author's maps. A model has no client policies, because senders follow the
 * receiver. Reports workloads that would get one name (HED2012).
 */
export function buildGraph(mesh: Mesh, report: Report, options: BuildOptions = {}): Graph {
  const origin = createOrigin(mesh, options);
  const workloads = buildWorkloads(mesh, origin);
  checkWorkloadNames(workloads, report);
  const routes = buildRoutes(mesh, origin);
  return {
    services: buildServices(mesh, origin),
    workloads,
    subsets: buildSubsets(mesh, origin),
    routes,
    clientPolicies: [],
    receiverModes: buildReceiverModes(mesh, origin),
    access: buildAccess(mesh, routes, origin),
    listeners: buildListeners(mesh, origin),
    calls: buildCalls(mesh, origin),
    trustDomains: [{ domain: mesh.trust.domain, aliases: [], origin: origin(["trust", "domain"]) }],
    objects: [],
  };
}
