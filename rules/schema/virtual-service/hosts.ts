import type { VirtualService } from "../fields/virtual-service.ts";
import { wildcardDomainProblem } from "../values/dns.ts";
import { gatewayDomainProblem } from "../values/gateway-domain.ts";
import { hostsOverlap } from "../values/host-match.ts";
import { isAddress } from "../values/ip.ts";
import { each, type Place } from "../place.ts";

/** Whether requests come through gateways alone. */
export function isForGateways({ gateways = [] }: VirtualService): boolean {
  return gateways.length > 0 && !gateways.includes("mesh");
}

/** Hosts are domain names or addresses, and none covers another. */
export function checkHosts(spec: VirtualService, place: Place): void {
  const { hosts = [] } = spec;
  const gateway = isForGateways(spec);
  const sni = spec.tls?.some((route) =>
    route.match?.some((match) => (match.sniHosts?.length ?? 0) > 0),
  );
  let sound = true;
  for (const [index, host] of hosts.entries()) {
    const at = place.at(index);
    const problem = gateway
      ? gatewayDomainProblem(host, sni === true)
      : wildcardDomainProblem(host);
    if (problem !== undefined && !isAddress(host)) {
      at.error(problem);
      sound = false;
    } else if (!gateway && host === "*") {
      at.error("the host `*` is for gateways only, not for the mesh", "name the hosts");
      sound = false;
    }
  }
  if (sound && hosts.length > 1) checkOverlaps(hosts, place);
}

function checkOverlaps(hosts: readonly string[], place: Place): void {
  const wildcards = hosts.filter((host) => host.startsWith("*"));
  const seen = new Set<string>();
  each(hosts, place, (host, at) => {
    // Wildcards are few; whole names are looked up.
    const covering = seen.has(host)
      ? host
      : wildcards.find((other) => other !== host && hostsOverlap(other, host));
    if (covering !== undefined) {
      at.error(`the host ${JSON.stringify(host)} overlaps with ${JSON.stringify(covering)}`);
    }
    seen.add(host);
  });
}
