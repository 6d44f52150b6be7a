import type { ProviderResource } from "@pulumi/pulumi";
import { createReport, HeddleError, type Diagnostic, type Report } from "../diagnostics/index.ts";
import {
  edgeManifests,
  kubernetesDelivery,
  edgeSidecar,
  kubernetesSite,
  sidecarSite,
  siteMesh,
  versionServices,
} from "../edge/index.ts";
import { buildGraph, type Graph, type Manifest } from "../graph/index.ts";
import {
  gatewayServices,
  hostServices,
  ledServices,
  parseMesh,
  type Mesh,
  type MeshDefinition,
} from "../model/index.ts";
import { createEnvoyTarget, edgeConfig, resolveSite } from "../targets/envoy/index.ts";
import { reportLosses } from "../targets/target.ts";
import type { EdgeProxyArgs, EdgeProxySite } from "./edge-proxy-args.ts";
import { edgeStages } from "./edge-stages.ts";
import { gatewayOfSite } from "./gateway-of-site.ts";
import { checkServed, doorOf, serviceBeside } from "./service-beside.ts";

/** The proxies of one site as objects. */
export interface CheckedSite {
  readonly name: string;
  /** Name of its objects, and its namespace. */
  readonly object: { readonly name: string; readonly namespace: string };
  readonly manifests: readonly Manifest[];
  readonly provider: ProviderResource | undefined;
  /** Puts its proxy into the pods of a workload, where its place is there. */
  readonly sidecar: ((owner: Manifest) => Manifest) | undefined;
}

export interface CheckedEdge {
  /** In the order in which they change: those of a stage together, sorted by name. */
  readonly stages: readonly (readonly CheckedSite[])[];
  /** How the proxies find versions by DNS, where no site says their addresses. */
  readonly versionServices: readonly Manifest[];
  /** Findings that do not stop the build: accepted losses. */
  readonly warnings: readonly Diagnostic[];
}

/** Longest name of a Deployment whose pods still get names of their own. */
const longestName = 52;

/**
 * Everything that can be known before anything is registered. Pure.
 *
 * @throws HeddleError with every finding, when one of them is an error.
 */
export function checkEdge(args: EdgeProxyArgs): CheckedEdge {
  const report = createReport();
  const source = args.mesh;
  const definition = "positions" in source ? source.definition : source;
  const where = "positions" in source ? { positions: source.positions } : {};
  const mesh = parseMesh(definition, report, where);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const graph = buildGraph(mesh, report, where);
  reportLosses(createEnvoyTarget(args.sites), mesh, report, {
    ...where,
    acceptLosses: args.acceptLosses ?? [],
  });
  const sites = Object.entries(args.sites).sort(([a], [b]) => (a < b ? -1 : 1));
  const checked = sites.flatMap(([name, site]) => {
    return checkSite({ definition, mesh, graph, args, report }, name, site) ?? [];
  });
  const order = edgeStages(
    sites.map(([name]) => name),
    args.stages,
    report,
  );
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  const found = sites.flatMap(([, site]) => servicesByName(mesh, args, site));
  return {
    stages: order.map((stage) => checked.filter(({ name }) => stage.includes(name))),
    versionServices: [...new Set(found)].flatMap(versionServices),
    warnings: report.diagnostics(),
  };
}

interface SiteContext {
  readonly definition: MeshDefinition;
  readonly mesh: Mesh;
  readonly graph: Graph;
  readonly args: EdgeProxyArgs;
  readonly report: Report;
}

function checkSite(
  { definition, mesh, graph, args, report }: SiteContext,
  name: string,
  site: EdgeProxySite,
): CheckedSite | undefined {
  const gateway = gatewayOfSite(mesh, { name, site, usual: args.gateway }, report);
  const given = { ...site, ...(gateway === undefined ? {} : { gateway }) };
  const beside = serviceBeside(mesh, name, site, report);
  const settings = beside === undefined ? kubernetesSite(given) : sidecarSite(given, beside);
  const resolved = resolveSite(mesh, name, settings, report);
  if (resolved === undefined) return undefined;
  const { routes = {}, requestLimits = {} } = site;
  const served = gatewayServices(mesh.gateways[resolved.gateway] ?? { hosts: [], tcp: [] });
  const own =
    site.routes === undefined && site.requestLimits === undefined
      ? { mesh, graph }
      : siteMesh(
          definition,
          { name, routes, requestLimits, served, acceptLosses: args.acceptLosses ?? [] },
          report,
        );
  if (own === undefined) return undefined;
  const door = beside === undefined ? own : doorOf(own, resolved.gateway, beside);
  const config = edgeConfig(door.mesh, door.graph, resolved, {
    delivery: kubernetesDelivery,
    report,
  });
  if (beside !== undefined) checkServed({ name, service: beside.name, served }, report);
  const namespace =
    beside?.namespace ??
    site.namespace ??
    mesh.gateways[resolved.gateway]?.namespace ??
    mesh.namespace;
  const object = { name: `${resolved.gateway}-${name}`, namespace };
  checkName(name, object.name, report);
  const workload = { ...site, ...object, image: args.image };
  const manifests = edgeManifests(workload, config, report);
  const sidecar = beside === undefined ? undefined : edgeSidecar(workload, config);
  return { name, object, manifests, provider: site.provider, sidecar };
}

function checkName(site: string, name: string, report: Report): void {
  if (name.length <= longestName && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(name)) return;
  report.add({
    code: "HED3002",
    severity: "error",
    path: ["sites", site],
    message: `its objects would be called ${name}; allowed: a DNS label of at most ${String(longestName)} characters`,
    fix: "rename the site",
  });
}

/** Services behind the site's gateway that it finds by their names in its own cluster. */
function servicesByName(mesh: Mesh, args: EdgeProxyArgs, site: EdgeProxySite) {
  // A sidecar leads to the service of its pods only.
  if (site.provider !== undefined || site.placement === "sidecar") return [];
  if (site.placement === "egress") return [];
  const gateway = site.gateway ?? args.gateway ?? Object.keys(mesh.gateways)[0] ?? "";
  const names = mesh.gateways[gateway]?.hosts.flatMap(hostServices) ?? [];
  const all = new Set([...ledServices(mesh, names), ...ledBySite(site)]);
  return [...all].sort().flatMap((name) => {
    const service = mesh.services[name];
    const known = Object.hasOwn(site.endpoints ?? {}, name);
    return service?.kind === "workload" && !known ? [service] : [];
  });
}

/** Services that the site's own routes lead to. */
function ledBySite({ routes = {} }: EdgeProxySite): readonly string[] {
  const whole = Object.values(routes).flatMap((route) => (route === undefined ? [] : [route]));
  const rules = [...whole, ...whole.flatMap((route) => route.rules ?? [])];
  return rules.flatMap(({ service, services = {} }) => [
    ...(service === undefined ? [] : [service]),
    ...Object.keys(services),
  ]);
}
