import type { Report } from "../diagnostics/index.ts";
import type { SiteMesh } from "../edge/index.ts";
import { hostOf, serviceOfRule, type RouteNode } from "../graph/index.ts";
import {
  hostServices,
  servicesOf,
  type GatewayHost,
  type Mesh,
  type WorkloadService,
} from "../model/index.ts";
import type { EdgeProxySite } from "./edge-proxy-args.ts";

/**
 * The service in whose pods the proxies of a site are; undefined where they have pods of their own. One that has no pods,
 * or those of several versions, is an error (HED3042).
 */
export function serviceBeside(
  { services }: Mesh,
  name: string,
  site: EdgeProxySite,
  report: Report,
): WorkloadService | undefined {
  if (site.placement !== "sidecar") return undefined;
  const { beside } = site;
  const fits = servicesOf({ services }).filter(
    (each): each is WorkloadService => each.kind === "workload" && !each.versioned,
  );
  const found = fits.find((each) => each.name === beside);
  if (found !== undefined) return found;
  const isVersioned = Object.hasOwn(services, beside) && services[beside]?.kind === "workload";
  refuse(report, name, {
    message: isVersioned
      ? `"${beside}" has versions, and a proxy in the pods of one knows no other`
      : `the mesh has no service "${beside}" with pods`,
    allowed: fits.map((each) => each.name),
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

/** What of a gateway is served in the pods of one service: its own hosts, parts of hosts and ports, and no others. */
export function doorOf({ mesh, graph }: SiteMesh, gateway: string, own: WorkloadService): SiteMesh {
  const whole = mesh.gateways[gateway];
  if (whole === undefined) return { mesh, graph };
  const isOwn = ({ service }: { readonly service?: string }): boolean => service === own.name;
  const hosts = whole.hosts
    .filter((each) => hostServices(each).includes(own.name))
    .map((each): GatewayHost => ({ ...each, paths: each.paths.filter(isOwn) }));
  const door = { ...whole, hosts, tcp: whole.tcp.filter(isOwn) };
  return {
    mesh: { ...mesh, gateways: { ...mesh.gateways, [gateway]: door } },
    graph: { ...graph, routes: graph.routes.flatMap((each) => routeOfOwn(each, hostOf(own))) },
  };
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
  { message, allowed }: { readonly message: string; readonly allowed: readonly string[] },
): void {
  const names = allowed.length === 0 ? "none" : [...allowed].sort().join(", ");
  report.add({
    code: "HED3042",
    severity: "error",
    path: ["sites", site, "beside"],
    message: `${message}; allowed: ${names}`,
    fix: "name a service without versions that the gateway leads to, or use pods of their own",
  });
}
