import type { TerminatedTls } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import { clientAuthorities, serverCertificates } from "./secret.ts";

export interface DownstreamTls {
  readonly tls: TerminatedTls;
  /** Whether HTTP is inside: then HTTP/2 is offered, where the client can. */
  readonly http: boolean;
}

/** TLS towards clients: the certificates of the gateway's Secrets, and what clients show of themselves. */
export function downstreamTls(
  site: ResolvedSite,
  { tls, http }: DownstreamTls,
  delivery: Delivery,
): Fields {
  const { secrets, minVersion, clients } = tls;
  const version = minVersion === "1.3" ? "TLSv1_3" : "TLSv1_2";
  return extension(
    "envoy.transport_sockets.tls",
    "envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext",
    {
      ...(clients?.mode === "required" ? { require_client_certificate: true } : {}),
      common_tls_context: {
        tls_params: { tls_minimum_protocol_version: version },
        ...(http ? { alpn_protocols: ["h2", "http/1.1"] } : {}),
        ...serverCertificates(site, secrets, delivery),
        ...(clients === undefined ? {} : clientAuthorities(site, clients.secret, delivery)),
      },
    },
  );
}
