import type { Report } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import { servicesOf, type Gateway, type Mesh } from "../../model/index.ts";
import { manifestName } from "../sort-manifests.ts";
import { listenersOf, mostListeners } from "./gateway.ts";
import { versionServiceName } from "./references.ts";
import { reportLimit } from "./report-limit.ts";

/** Longest name of a Service, which is a DNS label. */
const longestName = 63;

/** Reports names that are too long or that two objects would have (HED3002), and gateways with too many hosts (HED3001). */
export function checkNames(mesh: Mesh, manifests: readonly Manifest[], report: Report): void {
  for (const each of Object.values(mesh.gateways)) checkHosts(each, report);
  checkVersions(mesh, report);
  for (const [name, same] of Map.groupBy(manifests, manifestName)) {
    if (same.length === 1) continue;
    reportLimit(
      report,
      { path: [] },
      {
        code: "HED3002",
        message: `would call ${String(same.length)} objects ${name}`,
        fix: "rename the gateway, the service or the version that its name is made of",
      },
    );
  }
}

function checkHosts(gateway: Gateway, report: Report): void {
  const { name, hosts } = gateway;
  const secured = hosts.filter(({ tls }) => tls !== undefined).length;
  const others = listenersOf(gateway).length - secured;
  if (secured + others <= mostListeners) return;
  reportLimit(
    report,
    { path: ["gateways", name, "hosts"] },
    {
      message: `cannot serve ${String(secured)} hosts with a certificate at one gateway; allowed: ${String(mostListeners - others)}`,
      fix: "spread the hosts over several gateways, or use a wildcard host",
    },
  );
}

function checkVersions({ services }: Mesh, report: Report): void {
  for (const service of servicesOf({ services })) {
    if (service.kind === "external" || !service.versioned) continue;
    for (const version of service.versions) {
      const name = versionServiceName(service.name, version.name);
      const origin = { path: ["services", service.name, "versions", version.name] };
      const rival = Object.hasOwn(services, name) ? services[name] : undefined;
      if (name.length > longestName) {
        reportLimit(report, origin, {
          code: "HED3002",
          message: `would call its Service ${name}, ${String(name.length)} characters; allowed: ${String(longestName)}`,
          fix: "shorten the name of the service or of the version",
        });
      }
      if (rival?.kind === "workload" && rival.namespace === service.namespace) {
        reportLimit(report, origin, {
          code: "HED3002",
          message: `would call its Service ${name}, which is the name of another service`,
          fix: `rename the version, or the service "${name}"`,
        });
      }
    }
  }
}
