import type { Report } from "../diagnostics/index.ts";
import type { SiteMesh } from "../edge/index.ts";
import { hostOf, serviceOfRule, type RouteNode, type RouteRuleNode } from "../graph/index.ts";
import {
  hostServices,
  servicesOf,
  type GatewayHost,
  type Mesh,
  type WorkloadService,
} from "../model/index.ts";
import type { EdgeProxySite } from "./edge-proxy-args.ts";

/**
 * The service in whose pods the proxies of a site are, as such a pod is: with its own version alone. Undefined where they
 * have pods of their own. One that has no pods, or a version that is not said, is an error (HED3042).
 */
export function serviceBeside(
  { services }: Mesh,
  name: string,
  site: EdgeProxySite,
  report: Report,
): WorkloadService | undefined {
  if (site.placement !== "sidecar") return undefined;
  const { beside, version } = site;
  const fits = servicesOf({ services }).filter((each) => each.kind === "workload");
  const found = fits.find((each) => each.name === beside);
  if (found === undefined) {
    const message = `the mesh has no service "${beside}" with pods`;
    refuse(report, name, { message, allowed: fits.map((each) => each.name) });
    return undefined;
  }
  if (!found.versioned) {
    if (version === undefined) return found;
    const message = `"${beside}" has no versions, got "${version}"`;
    refuse(report, name, { field: "version", message, allowed: [] });
    return undefined;
  }
  const own = found.versions.find((each) => each.name === version);
  if (own !== undefined) return { ...found, versions: [own] };
  refuse(report, name, {
    field: "version",
    message: `"${beside}" has versions, and a pod is of one of them: got ${version === undefined ? "none" : `"${version}"`}`,
    allowed: found.versions.map((each) => each.name),
  });
  return undefined;
}

/** A door in the pods of a service that leads elsewhere only is a mistake (HED3042). */
export function checkServed(
  site: { readonly name: string; readonly service: string; readonly served: readonly string[] },
  report: Report,
): void {
  const { name, service, served } = site;
  if (served.includes(service)) return;
  refuse(report, name, {
    message: `the gateway of this site does not lead to "${service}"`,
    allowed: served,
  });
}

/**
 * What of a gateway is served in the pods of one service: its own hosts, parts of hosts and ports, and no others. Whoever
 * gets to a pod of a version gets that one: the version was chosen before, and so were copies and requests for others.
 */
export function doorOf({ mesh, graph }: SiteMesh, gateway: string, own: WorkloadService): SiteMesh {
  const whole = mesh.gateways[gateway];
  if (whole === undefined) return { mesh, graph };
  const isOwn = ({ service }: { readonly service?: string }): boolean => service === own.name;
  const hosts = whole.hosts
    .filter((each) => hostServices(each).includes(own.name))
    .map((each): GatewayHost => ({ ...each, paths: each.paths.filter(isOwn) }));
  const door = { ...whole, hosts, tcp: whole.tcp.filter(isOwn) };
  const host = hostOf(own);
  const routes = graph.routes.flatMap((each) => routeOfOwn(each, host));
  return {
    mesh: {
      ...mesh,
      gateways: { ...mesh.gateways, [gateway]: door },
      services: { ...mesh.services, [own.name]: asOne(own, mesh) },
    },
    graph: {
      ...graph,
      routes: routes.map((each) => ({
        ...each,
        rules: each.rules.map((rule) => (own.versioned ? toItself(rule, host) : stays(rule, host))),
      })),
    },
  };
}

/** A service as its pods of one version are. */
function asOne({ name, versions }: WorkloadService, { services }: Mesh): WorkloadService {
  const [version] = versions;
  const service = services[name];
  if (service?.kind !== "workload") throw new Error(`the mesh has no service "${name}" with pods`);
  return { ...service, versions, versioned: false, policy: version?.policy ?? service.policy };
}

/** What a rule leads to other services does not come here, or is meant for this one. */
function stays(rule: RouteRuleNode, host: string): RouteRuleNode {
  const left = rule.destinations.filter((each) => each.host === host);
  return left.length === rule.destinations.length
    ? rule
    : { ...rule, destinations: [{ host, weight: 100, origin: rule.origin }] };
}

function toItself(rule: RouteRuleNode, host: string): RouteRuleNode {
  const { mirror, ...alone } = rule;
  const [first] = alone.destinations;
  if (first === undefined) return mirror === undefined ? rule : alone;
  const { port, origin } = first;
  const here = { host, ...(port === undefined ? {} : { port }), weight: 100, origin };
  return { ...alone, destinations: [here] };
}

/** A route of the service, or what of the route of a host is handed over to it. */
function routeOfOwn(route: RouteNode, own: string): readonly RouteNode[] {
  const rules = route.rules.filter((rule) => serviceOfRule(route, rule) === own);
  if (rules.length === 0) return [];
  const { service, ...rest } = route;
  return [service === own ? { ...route, rules } : { ...rest, rules }];
}

function refuse(
  report: Report,
  site: string,
  {
    field = "beside",
    message,
    allowed,
  }: {
    readonly field?: "beside" | "version";
    readonly message: string;
    readonly allowed: readonly string[];
  },
): void {
  const names = allowed.length === 0 ? "none" : [...allowed].sort().join(", ");
  report.add({
    code: "HED3042",
    severity: "error",
    path: ["sites", site, field],
    message: `${message}; allowed: ${names}`,
    fix:
      field === "beside"
        ? "name a service that the gateway leads to, or use pods of their own"
        : "name one version of the service, and make a site for each of the others",
  });
}
