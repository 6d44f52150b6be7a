import type { Report } from "../../diagnostics/index.ts";
import type { Origin, RouteRuleNode } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf } from "./endpoints-of.ts";
import type { ReachedService } from "./led-service.ts";
import type { ServedRules } from "./served-route.ts";

/** What the author may write, but an edge proxy at this site cannot do. */
export function checkRouteLimits(
  { rules, service: own, others }: Pick<ServedRules, "rules" | "service" | "others">,
  site: ResolvedSite,
  report: Report,
): void {
  for (const rule of rules) {
    checkMatches(rule, report);
    for (const { host, subset, weight, origin } of rule.destinations) {
      const service = others.get(host) ?? own;
      checkPort(service, { site, own, origin, report });
      if (weight === 0 || endpointsOf(service, site, subset).length > 0) continue;
      const version = subset ?? "default";
      report.add({
        code: "HED3003",
        severity: "error",
        path: ["sites", site.name, "endpoints", service.name, version],
        message: `${subset === undefined ? `"${service.name}"` : `version "${subset}" of "${service.name}"`} gets ${String(weight)} % of requests and has no endpoint at site "${site.name}"`,
        fix: "add its addresses, or send it no requests",
        ...position(origin),
      });
    }
  }
}

interface PortContext {
  readonly site: ResolvedSite;
  readonly own: WorkloadService;
  readonly origin: Origin;
  readonly report: Report;
}

/** A site names the addresses of one port of a service. */
function checkPort(
  { name, at, ports: [port] }: ReachedService,
  { site, own, origin, report }: PortContext,
): void {
  if (at === undefined || port === undefined || !Object.hasOwn(site.endpoints, name)) return;
  report.add({
    code: "HED3001",
    severity: "error",
    path: origin.path,
    message: `the endpoints of "${name}" at site "${site.name}" are those of its first port for requests, and what is sent to "${own.name}" belongs to ${String(at)} (${port.protocol})`,
    fix: `declare the ports of "${name}" as two services, or lead elsewhere`,
    ...position(origin),
  });
}

function checkMatches({ matches, origin }: RouteRuleNode, report: Report): void {
  for (const { headers, method } of matches) {
    const underscored = Object.keys(headers).find((name) => name.includes("_"));
    if (underscored !== undefined) {
      cannot(`match the header "${underscored}": it refuses names with _`, "use - in the name");
    }
    if (method === "CONNECT") cannot("match the method CONNECT: it opens no tunnels", "remove it");
  }
  function cannot(what: string, fix: string): void {
    const { path } = origin;
    const message = `an edge proxy cannot ${what}`;
    report.add({ code: "HED3001", severity: "error", path, message, fix, ...position(origin) });
  }
}

function position({ position: place }: Origin): Pick<Origin, "position"> {
  return place === undefined ? {} : { position: place };
}
