import { createReport, printPath, type Diagnostic, type Report } from "../diagnostics/index.ts";
import { buildGraph, type Graph } from "../graph/index.ts";
import {
  parseMesh,
  type Mesh,
  type MeshDefinition,
  type RouteDefinition,
  type SiteRoutes,
} from "../model/index.ts";
import { createEnvoyTarget } from "../targets/envoy/index.ts";
import type { Feature } from "../targets/features.ts";
import { reportLosses } from "../targets/target.ts";

/** A mesh as one site serves it. */
export interface SiteMesh {
  readonly mesh: Mesh;
  readonly graph: Graph;
}

/** A site and what its routes have of their own. */
export interface SiteChanges {
  readonly name: string;
  readonly routes: SiteRoutes;
  /** Names of the services that the site's gateway leads to: a route of another one is an error (HED3041). */
  readonly served: readonly string[];
  /** What may be lost, by name. Default: nothing. */
  readonly acceptLosses?: readonly Feature[];
}

/**
 * The mesh with the routes of one site: what the site says of a route replaces that part of it, everything else stays.
 * The whole is checked like any mesh; findings are at `sites.<name>.routes`. `undefined` where one is an error.
 */
export function siteMesh(
  definition: MeshDefinition,
  site: SiteChanges,
  report: Report,
): SiteMesh | undefined {
  const own = createReport();
  for (const service of Object.keys(site.routes)) checkServed(definition, site, service, own);
  const routes = { ...definition.routes };
  for (const [service, change] of Object.entries(site.routes)) {
    if (change !== undefined && Object.hasOwn(definition.services, service)) {
      routes[service] = changed(routes[service], change);
    }
  }
  const mesh = parseMesh({ ...definition, routes }, own);
  const graph = mesh === undefined ? undefined : buildGraph(mesh, own);
  if (mesh !== undefined) reportSiteLosses(mesh, site, own);
  for (const each of own.diagnostics()) report.add(atSite(each, site.name));
  return mesh === undefined || graph === undefined || own.has("error")
    ? undefined
    : { mesh, graph };
}

/** An answer of the proxy itself takes the place of all that is forwarded. */
function changed(
  route: RouteDefinition | undefined = {},
  change: RouteDefinition,
): RouteDefinition {
  const isAnswer = change.redirect !== undefined || change.respond !== undefined;
  const rules = route.rules === undefined ? {} : { rules: route.rules };
  // The compiler cannot see that both are of one kind; the model checks it with everything else.
  return { ...(isAnswer ? rules : route), ...change } as RouteDefinition;
}

/** What the site's own routes ask for and a proxy at the edge lacks; the rest is the mesh's. */
function reportSiteLosses(
  mesh: Mesh,
  { routes, acceptLosses = [] }: SiteChanges,
  report: Report,
): void {
  const all = createReport();
  const { name, features } = createEnvoyTarget();
  // A route of one site is meant for its door alone.
  const atTheDoor = { name, features: { ...features, "routes/inside": "yes" } } as const;
  reportLosses(atTheDoor, mesh, all, { acceptLosses });
  for (const each of all.diagnostics()) {
    const [first, service] = each.path;
    if (first === "routes" && Object.hasOwn(routes, String(service))) report.add(each);
  }
}

/** A finding about routes is the site's own; so is any other one, since the mesh alone had none. */
function atSite(found: Diagnostic, site: string): Diagnostic {
  const [first] = found.path;
  if (first === "sites") return found;
  if (first === "routes") return { ...found, path: ["sites", site, ...found.path] };
  const message = `with the routes of this site, ${printPath(found.path)}: ${found.message}`;
  return { ...found, path: ["sites", site, "routes"], message };
}

function checkServed(
  { services }: MeshDefinition,
  { name, served }: SiteChanges,
  service: string,
  report: Report,
): void {
  if (served.includes(service)) return;
  const isKnown = Object.hasOwn(services, service);
  report.add({
    code: "HED3041",
    severity: "error",
    path: ["sites", name, "routes", service],
    message: `${isKnown ? `the gateway of this site leads to no "${service}"` : `the mesh has no service "${service}"`}; allowed: ${[...served].sort().join(", ")}`,
    fix: "name a service behind the gateway, or change the route in the mesh",
  });
}
