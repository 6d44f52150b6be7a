import type { Report } from "../../diagnostics/index.ts";
import type { Origin, RouteRuleNode } from "../../graph/index.ts";
import { fittingPort, type WorkloadService } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { endpointsOf, portOf } from "./endpoints-of.ts";
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
      if (service !== own) checkPort(service, own, { origin, report });
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

/** An edge proxy reaches every service at one port, be it called itself or by way of another one's route. */
function checkPort(
  other: WorkloadService,
  own: WorkloadService,
  { origin, report }: { readonly origin: Origin; readonly report: Report },
): void {
  const wanted = fittingPort(other.ports, portOf(own));
  const port = portOf(other);
  if (wanted === undefined || wanted.number === port.number) return;
  report.add({
    code: "HED3001",
    severity: "error",
    path: origin.path,
    message: `an edge proxy reaches "${other.name}" at its first port for requests, ${String(port.number)} (${port.protocol}), and what is sent to "${own.name}" belongs to ${String(wanted.number)} (${wanted.protocol})`,
    fix: `declare the ports of "${other.name}" as two services, or lead elsewhere`,
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
