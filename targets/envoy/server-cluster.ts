import { isIP } from "node:net";
import { usualPolicy, type Protocol } from "../../model/index.ts";
import { circuitBreakers, speaks } from "./connections.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, socketAddress, type Fields, type Resource } from "./fields.ts";
import type { ParsedServerTls, Server } from "./site/server-schema.ts";

export interface ServerClusterInput {
  readonly name: string;
  readonly server: Server;
  /** Default `http`. */
  readonly protocol?: "http" | "grpc";
}

/** How the proxy reaches a server that it calls itself, such as a collector. */
export function serverCluster(
  { name, server, protocol = "http" }: ServerClusterInput,
  site: Pick<ResolvedSite, "publicAuthorities">,
): Resource {
  const { address, tls } = server;
  return {
    ...dnsCluster(name, server),
    ...(protocol === "grpc" ? speaks("http2_protocol_options") : {}),
    ...(tls === undefined ? {} : serverTls(address, tls, site)),
  };
}

/** Where an `https` URL leads; 443 unless it says another port. */
export function serverOfUrl(url: string): Pick<Server, "address" | "port"> {
  const { hostname: address, port } = new URL(url);
  return { address, port: port === "" ? 443 : Number(port) };
}

/** A server by its DNS name, without TLS. */
export function dnsCluster(
  name: string,
  { address, port }: Pick<Server, "address" | "port">,
): Resource {
  return {
    name,
    type: "STRICT_DNS",
    dns_lookup_family: "V4_PREFERRED",
    connect_timeout: "5s",
    load_assignment: {
      cluster_name: name,
      endpoints: [{ lb_endpoints: [{ endpoint: { address: socketAddress(address, port) } }] }],
    },
    circuit_breakers: circuitBreakers(usualPolicy),
  };
}

/** The name and the port that a server is asked by. */
export function authorityOf({ address, port, tls }: Server): string {
  const host = tls?.name ?? address;
  return `${isIP(host) === 6 ? `[${host}]` : host}:${String(port)}`;
}

/** TLS to a server outside the mesh: only with a certificate for exactly its name. */
export function serverTls(
  address: string,
  { name = address, authorities }: ParsedServerTls,
  { publicAuthorities }: Pick<ResolvedSite, "publicAuthorities">,
  alpn: Fields = {},
): Fields {
  const trusted_ca = { filename: authorities ?? publicAuthorities };
  return tlsToName(name, (names) => ({ validation_context: { trusted_ca, ...names } }), alpn);
}

/** TLS to a server that proves this name. `trust` says by whose signature, beside the names that it is given. */
export function tlsToName(
  name: string,
  trust: (names: Fields) => Fields,
  alpn: Fields = {},
): Fields {
  const san_type = isIP(name) === 0 ? "DNS" : "IP_ADDRESS";
  return {
    transport_socket: extension(
      "envoy.transport_sockets.tls",
      "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
      {
        ...(san_type === "DNS" ? { sni: name } : {}),
        common_tls_context: {
          tls_params: { tls_minimum_protocol_version: "TLSv1_2" },
          ...alpn,
          ...trust({ match_typed_subject_alt_names: [{ san_type, matcher: { exact: name } }] }),
        },
      },
    ),
  };
}

/** What is offered to a service outside the mesh. */
export const outsideAlpn = {
  http: { alpn_protocols: ["http/1.1"] },
  http2: { alpn_protocols: ["h2"] },
  grpc: { alpn_protocols: ["h2"] },
  tcp: {},
  tls: {},
} as const satisfies Record<Protocol, Fields>;
