import type { TerminatedTls } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields, type Resource } from "./fields.ts";
import type { TlsDoor } from "./listener.ts";
import { serverCertificates } from "./secret.ts";

/** For how long a client remembers that there is HTTP/3, in seconds: a day. */
const remembered = 86_400;

/** Envoy checks no certificates of clients over QUIC: hosts that ask for one stay with TCP. */
export function canQuic({ clients }: Pick<TerminatedTls, "clients">): boolean {
  return clients === undefined;
}

/** Tells clients of HTTPS that the same hosts answer HTTP/3, as a field of their routes. */
export function http3Offer(publicPort: number): Fields {
  const value = `h3=":${String(publicPort)}"; ma=${String(remembered)}`;
  const header = { key: "alt-svc", value };
  return { response_headers_to_add: [{ header, append_action: "OVERWRITE_IF_EXISTS_OR_ADD" }] };
}

/** TLS 1.3 in QUIC, with the certificates of HTTPS. */
export function quicTls(site: ResolvedSite, tls: TerminatedTls, delivery: Delivery): Fields {
  return extension(
    "envoy.transport_sockets.quic",
    "envoy.extensions.transport_sockets.quic.v3.QuicDownstreamTransport",
    {
      downstream_tls_context: {
        common_tls_context: {
          alpn_protocols: ["h3"],
          ...serverCertificates(site, tls.secrets, delivery),
        },
      },
    },
  );
}

/**
 * HTTP/3 on the port of HTTPS, by UDP: the same hosts, certificates and routes.
 * https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/http/http3
 */
export function http3Listener({ listen }: ResolvedSite, doors: readonly TlsDoor[]): Resource {
  const { address, https: port_value } = listen;
  return {
    name: "http3",
    address: { socket_address: { protocol: "UDP", address, port_value } },
    udp_listener_config: { quic_options: {}, downstream_socket_config: { prefer_gro: true } },
    filter_chains: doors.map(({ name, hosts, transportSocket = {}, filter }) => ({
      name,
      filter_chain_match: { transport_protocol: "quic", server_names: [...hosts].sort() },
      transport_socket: transportSocket,
      filters: [filter],
    })),
  };
}
