import type { Gateway, GatewayHost, TerminatedTls } from "../../model/index.ts";
import type { DoorContext } from "./doors.ts";
import { downstreamTls } from "./downstream-tls.ts";
import type { TlsDoor } from "./listener.ts";
import type { ServedConnections } from "./served-route.ts";
import { tcpProxy } from "./tcp-proxy.ts";

/** Hosts of one gateway with one certificate, or several for keys of different kinds, and so with the same settings. */
export interface CertificateGroup {
  /** Name of the certificate, or of all. */
  readonly name: string;
  readonly tls: TerminatedTls;
  readonly hosts: readonly GatewayHost[];
}

/** The hosts whose TLS ends at the gateway, by certificate. */
export function byCertificate(hosts: readonly GatewayHost[]): readonly CertificateGroup[] {
  const ended = hosts.flatMap((host) => {
    return host.tls?.mode === "terminate" ? [{ host, tls: host.tls }] : [];
  });
  const groups = Map.groupBy(ended, ({ tls }) => tls.secrets.join("-"));
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, group]) => {
      const [first] = group;
      return first === undefined
        ? []
        : [{ name, tls: first.tls, hosts: group.map((each) => each.host) }];
    });
}

/** The doors behind which there is no HTTP: TLS that is passed through, and TLS that ends here around plain bytes. */
export function connectionDoors(
  { hosts }: Pick<Gateway, "hosts">,
  served: readonly ServedConnections[],
  { site, delivery }: DoorContext,
): readonly TlsDoor[] {
  const groups = byCertificate(hosts.filter(({ carries }) => carries === "connections"));
  return served.flatMap((each): TlsDoor[] => {
    const { route } = each;
    const filter = tcpProxy(each, site);
    if (route.connections?.by === "sni") return [{ name: route.name, hosts: route.hosts, filter }];
    return groups.flatMap(({ name, tls, hosts: group }): TlsDoor[] => {
      const own = group.map(({ host }) => host).filter((host) => route.hosts.includes(host));
      if (own.length === 0) return [];
      const transportSocket = downstreamTls(site, { tls, http: false }, delivery);
      return [{ name: `${route.name}/${name}`, hosts: own, transportSocket, filter }];
    });
  });
}
