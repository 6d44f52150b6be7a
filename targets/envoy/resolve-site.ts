import type { Report } from "../../diagnostics/index.ts";
import {
  countingService,
  hasGlobalLimits,
  hostServices,
  ledServices,
  type Gateway,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkPlaces } from "./check-places.ts";
import { checkServices } from "./check-services.ts";
import { checkPorts } from "./check-ports.ts";
import { portOf } from "./endpoints-of.ts";
import type { EdgeSite, ResolvedSite } from "./edge-site.ts";
import { ledService } from "./led-service.ts";
import { parseSite } from "./site/parse-site.ts";
import type { ParsedSite } from "./site/site-schema.ts";
import type { Tracing } from "./site/telemetry-schema.ts";

const usualIdentity = {
  certificate: "/etc/heddle-edge/identity/tls.crt",
  key: "/etc/heddle-edge/identity/tls.key",
  authorities: "/etc/heddle-edge/identity/ca.crt",
} as const;

const noListeners: Pick<Gateway, "ports" | "tcp"> = { ports: { http: 80, https: 443 }, tcp: [] };

/**
 * Fills in what a site leaves out and checks what it says against the mesh. What does not fit is an error (HED3003) at
 * `sites.<name>`; `undefined` where not even the gateway is known.
 */
export function resolveSite(
  mesh: Mesh,
  name: string,
  given: EdgeSite,
  report: Report,
): ResolvedSite | undefined {
  const site = parseSite(name, given, report);
  if (site === undefined) return undefined;
  const gateway = findGateway(mesh, name, site, report);
  if (gateway === undefined) return undefined;
  const { ports, tcp } = mesh.gateways[gateway] ?? noListeners;
  const { tcp: ownTcp, ...listen } = site.listen;
  const { http, https } = ports;
  const resolved: ResolvedSite = {
    ...site,
    name,
    gateway,
    listen: {
      address: listen.address ?? "0.0.0.0",
      http: listen.http ?? http,
      https: listen.https ?? https,
      publicHttps: listen.publicHttps ?? https,
      http3: listen.http3 ?? false,
      tcp: { ...Object.fromEntries(tcp.map((each) => [each.name, each.port])), ...ownTcp },
    },
    identity: site.identity ?? (needsIdentity(mesh, gateway) ? usualIdentity : "none"),
    tracing: site.tracing === undefined ? undefined : named(site.tracing, mesh, gateway),
  };
  checkPorts(resolved, report);
  if (resolved.listen.http3 && mesh.gateways[gateway]?.kind === "egress") refuseHttp3(name, report);
  checkEndpoints(mesh, resolved, report);
  checkPlaces(mesh, resolved, report);
  checkServices(mesh, resolved, report);
  return resolved;
}

function refuseHttp3(name: string, report: Report): void {
  report.add({
    code: "HED3003",
    severity: "error",
    path: ["sites", name, "listen", "http3"],
    message: "a way out has no certificate to answer HTTP/3 with; allowed: false",
    fix: "remove it",
  });
}

function named(tracing: Tracing, { name }: Mesh, gateway: string): Tracing {
  return { ...tracing, service: tracing.service ?? `${name}-${gateway}` };
}

/** Whether the gateway leads to a service that only accepts mTLS, or asks one. */
function needsIdentity(mesh: Mesh, gateway: string): boolean {
  const { gateways, services } = mesh;
  const { hosts = [], tcp = [] } = gateways[gateway] ?? {};
  const workload = (name: string): readonly WorkloadService[] => {
    const service = services[name];
    return service?.kind === "workload" ? [service] : [];
  };
  const takesStrict = (name: string): boolean =>
    workload(name).some(({ ports }) => ports.some(({ mtls }) => mtls === "strict"));
  const leadsToStrict = (name: string): boolean =>
    workload(name).some((own) => {
      const led = ledServices(mesh, [name]).flatMap(workload);
      const reached = led.map((each) => (each === own ? own : ledService(each, own)));
      return reached.some((each) => portOf(each).mtls === "strict");
    });
  return (
    hosts.some((host) =>
      hostServices(host).some(host.carries === "requests" ? leadsToStrict : takesStrict),
    ) ||
    (hosts.flatMap(hostServices).some((name) => isCounted(mesh, name)) &&
      countingService(mesh)?.service.mtls === "strict") ||
    tcp.some(({ service }) => takesStrict(service))
  );
}

function isCounted({ services }: Mesh, name: string): boolean {
  const service = Object.hasOwn(services, name) ? services[name] : undefined;
  return service !== undefined && hasGlobalLimits(service);
}

function findGateway(
  mesh: Mesh,
  name: string,
  { gateway }: Pick<ParsedSite, "gateway">,
  report: Report,
): string | undefined {
  const all = Object.values(mesh.gateways);
  const names = all.map((each) => each.name).sort();
  if (gateway !== undefined && names.includes(gateway)) return gateway;
  // A way out is meant only where it is named, or where there is nothing else.
  const inwards = all.filter(({ kind }) => kind === "ingress");
  const [only, ...others] = inwards.length === 0 ? all : inwards;
  if (gateway === undefined && only !== undefined && others.length === 0) return only.name;
  report.add({
    code: "HED3003",
    severity: "error",
    path: ["sites", name, "gateway"],
    message: `got ${gateway === undefined ? "no gateway" : `"${gateway}"`}; allowed: ${names.length === 0 ? "none, the mesh has no gateway" : names.join(", ")}`,
    fix:
      names.length === 0 ? "add a gateway to the mesh" : "name the gateway that this site serves",
  });
  return undefined;
}
