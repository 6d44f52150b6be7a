import type { Report } from "../../diagnostics/index.ts";
import type { Gateway, GatewayHost, Mesh } from "../../model/index.ts";
import { checkEndpoints } from "./check-endpoints.ts";
import { checkPorts } from "./check-ports.ts";
import { portOf } from "./endpoints-of.ts";
import type { EdgeSite, ResolvedSite } from "./edge-site.ts";

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
  site: EdgeSite,
  report: Report,
): ResolvedSite | undefined {
  const gateway = findGateway(mesh, name, site, report);
  if (gateway === undefined) return undefined;
  const { ports, tcp } = mesh.gateways[gateway] ?? noListeners;
  const { tcp: ownTcp, ...listen } = site.listen ?? {};
  const { http, https } = ports;
  const resolved: ResolvedSite = {
    name,
    gateway,
    listen: {
      ...{ address: "0.0.0.0", http, https, publicHttps: https, ...listen },
      tcp: { ...Object.fromEntries(tcp.map((each) => [each.name, each.port])), ...ownTcp },
    },
    endpoints: site.endpoints ?? {},
    certificates: site.certificates ?? "/etc/heddle-edge/certificates",
    identity: site.identity ?? (needsIdentity(mesh, gateway) ? usualIdentity : "none"),
    publicAuthorities: site.publicAuthorities ?? "/etc/ssl/certs/ca-certificates.crt",
    adminPort: site.adminPort ?? 9901,
    readiness: { address: "127.0.0.1", port: 9902, ...site.readiness },
    limits: { connections: 50_000, heapBytes: 1_073_741_824, ...site.limits },
  };
  checkPorts(resolved, report);
  checkEndpoints(mesh, resolved, report);
  return resolved;
}

/** Whether the gateway leads to a service that only accepts mTLS. */
function needsIdentity({ gateways, services }: Mesh, gateway: string): boolean {
  const { hosts = [], tcp = [] } = gateways[gateway] ?? {};
  const isStrict = (name: string, carries: GatewayHost["carries"]): boolean => {
    const service = services[name];
    if (service?.kind !== "workload") return false;
    const ports = carries === "requests" ? [portOf(service)] : service.ports;
    return ports.some(({ mtls }) => mtls === "strict");
  };
  return (
    hosts.some(({ service, carries }) => isStrict(service, carries)) ||
    tcp.some(({ service }) => isStrict(service, "connections"))
  );
}

function findGateway(
  mesh: Mesh,
  name: string,
  { gateway }: EdgeSite,
  report: Report,
): string | undefined {
  const names = Object.values(mesh.gateways)
    .filter(({ kind }) => kind === "ingress")
    .map((each) => each.name)
    .sort();
  const [only, ...others] = names;
  if (gateway !== undefined && names.includes(gateway)) return gateway;
  if (gateway === undefined && only !== undefined && others.length === 0) return only;
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
