import type { Path } from "../diagnostics/index.ts";
import type { Gateway, GatewayHost, Mesh, TerminatedTls } from "../model/index.ts";

/** Places of gateways that use each feature of them. */
export function gatewayUses(mesh: Mesh) {
  const gateways = Object.values(mesh.gateways);
  const hosts = gateways.flatMap(({ name, hosts }) =>
    hosts.map((host) => ({ host, place: ["gateways", name, "hosts", host.host] })),
  );
  const where = (test: (host: GatewayHost) => boolean): Path[] =>
    hosts.filter(({ host }) => test(host)).map(({ place }) => place);
  const ended = (test: (tls: TerminatedTls) => boolean): Path[] =>
    where(({ tls }) => tls?.mode === "terminate" && test(tls));
  const requests = ({ carries }: GatewayHost): boolean => carries === "requests";
  return {
    "gateways/http": where(({ tls }) => tls === undefined),
    "gateways/https": where((each) => each.tls !== undefined && requests(each)),
    "gateways/redirect-to-https": where((each) => requests(each) && each.http === "redirect"),
    "gateways/http-beside-https": where(
      (each) => each.tls !== undefined && requests(each) && each.http !== "redirect",
    ),
    "gateways/several-certificates": ended(({ secrets }) => secrets.length > 1),
    "gateways/client-certificates": ended(({ clients }) => clients !== undefined),
    "gateways/tls-version": ended(({ minVersion }) => minVersion !== "1.2"),
    "gateways/passthrough": where(({ tls }) => tls?.mode === "passthrough"),
    "gateways/tls-to-tcp": where((each) => each.tls?.mode === "terminate" && !requests(each)),
    "gateways/tcp": gateways.flatMap(({ name, tcp }) =>
      tcp.map((each): Path => ["gateways", name, "tcp", each.name]),
    ),
    "gateways/ports": gateways.flatMap(portUses),
    "gateways/egress": gateways
      .filter(({ kind }) => kind === "egress")
      .map(({ name }): Path => ["gateways", name]),
    "gateways/paths": where(({ paths }) => paths.length > 0).map((place) => [...place, "paths"]),
    "gateways/paths-rewrite": hosts.flatMap(({ host, place }) =>
      host.paths
        .filter(({ rewrite }) => rewrite !== undefined)
        .map(({ path }): Path => [...place, "paths", path, "rewrite"]),
    ),
    "gateways/login": hosts
      .filter(({ host }) => host.login !== undefined)
      .map(({ place }): Path => [...place, "login"]),
    "gateways/wildcard-host": where(({ host }) => host.startsWith("*.")),
  };
}

function portUses({ name, ports }: Gateway): readonly Path[] {
  return ports.http === 80 && ports.https === 443 ? [] : [["gateways", name, "ports"]];
}
