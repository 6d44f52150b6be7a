import { createReport, printPath, type Diagnostic, type Report } from "../diagnostics/index.ts";
import { buildGraph, type Graph } from "../graph/index.ts";
import {
  parseMesh,
  type Mesh,
  type MeshDefinition,
  type RouteDefinition,
  type ServiceDefinition,
  type SiteLimit,
  type SiteLimits,
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

/** A site and what its routes and limits have of their own. */
export interface SiteChanges {
  readonly name: string;
  readonly routes?: SiteRoutes;
  /** What each proxy here counts, by service. */
  readonly requestLimits?: SiteLimits;
  /** Names of the services that the site's gateway leads to: a route of another one is an error (HED3041). */
  readonly served: readonly string[];
  /** What may be lost, by name. Default: nothing. */
  readonly acceptLosses?: readonly Feature[];
}

/**
 * The mesh with the routes and the limits of one site: what the site says of a route replaces that part of it, its limits
 * replace those that each proxy counts, everything else stays. The whole is checked like any mesh; findings are at
 * `sites.<name>.routes` and `.requestLimits`. `undefined` where one is an error.
 */
export function siteMesh(
  definition: MeshDefinition,
  site: SiteChanges,
  report: Report,
): SiteMesh | undefined {
  const own = createReport();
  const routes = { ...definition.routes };
  for (const [service, change] of Object.entries(site.routes ?? {})) {
    checkServed(definition, site, ["routes", service], own);
    if (change !== undefined && Object.hasOwn(definition.services, service)) {
      routes[service] = changed(routes[service], change);
    }
  }
  const services = { ...definition.services };
  for (const [service, limits] of Object.entries(site.requestLimits ?? {})) {
    checkServed(definition, site, ["requestLimits", service], own);
    checkCounted(site.name, service, limits, own);
    const whole = Object.hasOwn(services, service) ? services[service] : undefined;
    if (limits !== undefined && whole !== undefined) services[service] = limited(whole, limits);
  }
  const mesh = parseMesh({ ...definition, routes, services }, own);
  const graph = mesh === undefined ? undefined : buildGraph(mesh, own);
  if (mesh !== undefined) reportSiteLosses(mesh, site, own);
  for (const each of own.diagnostics()) report.add(atSite(each, site));
  return mesh === undefined || graph === undefined || own.has("error")
    ? undefined
    : { mesh, graph };
}

/** The site's come first, so that their places are those of the site's own list. */
function limited(service: ServiceDefinition, own: readonly SiteLimit[]): ServiceDefinition {
  const { limits = [], ...rest } = service;
  const all = [...own, ...limits.filter(({ scope }) => scope === "global")];
  return all.length === 0 ? rest : { ...rest, limits: all };
}

/** One place cannot say what all of them count together (HED3025). */
function checkCounted(
  site: string,
  service: string,
  limits: readonly object[] | undefined,
  report: Report,
): void {
  for (const [index, limit] of (limits ?? []).entries()) {
    if (!("scope" in limit)) continue;
    report.add({
      code: "HED3025",
      severity: "error",
      path: ["sites", site, "requestLimits", service, index, "scope"],
      message: "got a scope, and a site says only what each of its proxies counts; allowed: none",
      fix: "remove it, or say the limit at the service for all sites together",
    });
  }
}

/** Three words for one thing: where requests go. */
const whereTo = ["split", "service", "services"] as const;

/** An answer of the proxy itself takes the place of all that is forwarded. */
function changed(
  route: RouteDefinition | undefined = {},
  change: RouteDefinition,
): RouteDefinition {
  const isAnswer = change.redirect !== undefined || change.respond !== undefined;
  const rules = route.rules === undefined ? {} : { rules: route.rules };
  const isLed = whereTo.some((key) => change[key] !== undefined);
  const kept = Object.entries(route).filter(
    ([key]) => !isLed || !whereTo.some((each) => each === key),
  );
  return { ...(isAnswer ? rules : Object.fromEntries(kept)), ...change };
}

/** What the site's own routes ask for and a proxy at the edge lacks; the rest is the mesh's. */
function reportSiteLosses(
  mesh: Mesh,
  { routes = {}, acceptLosses = [] }: SiteChanges,
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

/** A finding about routes or limits is the site's own; so is any other one, since the mesh alone had none. */
function atSite(found: Diagnostic, { name: site, routes }: SiteChanges): Diagnostic {
  const [first] = found.path;
  if (first === "sites") return found;
  if (first === "routes") return { ...found, path: ["sites", site, ...found.path] };
  const [, service = "", field, ...place] = found.path;
  if (first === "services" && field === "limits") {
    return { ...found, path: ["sites", site, "requestLimits", service, ...place] };
  }
  const own = routes === undefined ? "requestLimits" : "routes";
  const message = `with what this site has of its own, ${printPath(found.path)}: ${found.message}`;
  return { ...found, path: ["sites", site, own], message };
}

function checkServed(
  { services }: MeshDefinition,
  { name, served }: SiteChanges,
  [field, service]: readonly ["routes" | "requestLimits", string],
  report: Report,
): void {
  if (served.includes(service)) return;
  const isKnown = Object.hasOwn(services, service);
  report.add({
    code: "HED3041",
    severity: "error",
    path: ["sites", name, field, service],
    message: `${isKnown ? `the gateway of this site leads to no "${service}"` : `the mesh has no service "${service}"`}; allowed: ${[...served].sort().join(", ")}`,
    fix: "name a service behind the gateway, or change it in the mesh",
  });
}
