import type { ResolvedSite } from "./edge-site.ts";
import { extension, socketAddress, type Fields, type Resource } from "./fields.ts";

/** One door for TLS: the hosts that clients ask for, and what answers them. */
export interface TlsDoor {
  readonly name: string;
  readonly hosts: readonly string[];
  /** Undefined: TLS is passed through. */
  readonly transportSocket?: Fields;
  readonly filter: Fields;
}

/** Plain HTTP. */
export function httpListener(site: ResolvedSite, filter: Fields): Resource {
  const { listen } = site;
  return {
    ...common("http", site, listen.http),
    filter_chains: [{ name: "http", filters: [filter] }],
  };
}

/** TLS: the name that a client asks for before encryption (SNI) decides on the door. Other names are cut. */
export function httpsListener(site: ResolvedSite, doors: readonly TlsDoor[]): Resource {
  return {
    ...common("https", site, site.listen.https),
    listener_filters_timeout: "5s",
    listener_filters: [
      extension(
        "envoy.filters.listener.tls_inspector",
        "envoy.extensions.filters.listener.tls_inspector.v3.TlsInspector",
      ),
    ],
    filter_chains: doors.map(({ name, hosts, transportSocket, filter }) => ({
      name,
      filter_chain_match: { transport_protocol: "tls", server_names: [...hosts].sort() },
      ...(transportSocket === undefined
        ? {}
        : { transport_socket: transportSocket, transport_socket_connect_timeout: "10s" }),
      filters: [filter],
    })),
  };
}

/** Plain TCP on a port of its own. */
export function tcpListener(site: ResolvedSite, name: string, filter: Fields): Resource {
  return {
    ...common(`tcp/${name}`, site, site.listen.tcp[name] ?? 0),
    filter_chains: [{ name: `tcp/${name}`, filters: [filter] }],
  };
}

function common(name: string, { listen, limits }: ResolvedSite, port: number): Resource {
  return {
    name,
    address: socketAddress(listen.address, port),
    // A slow reader holds at most this much of an answer in the proxy's memory.
    per_connection_buffer_limit_bytes: limits.bufferBytes,
  };
}
