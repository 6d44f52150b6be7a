import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import { serverCertificate } from "./secret.ts";

/** TLS towards clients with the certificate of one Secret: 1.2 or later, HTTP/2 where the client can. */
export function downstreamTls(site: ResolvedSite, secret: string, delivery: Delivery): Fields {
  return extension(
    "envoy.transport_sockets.tls",
    "envoy.extensions.transport_sockets.tls.v3.DownstreamTlsContext",
    {
      common_tls_context: {
        tls_params: { tls_minimum_protocol_version: "TLSv1_2" },
        alpn_protocols: ["h2", "http/1.1"],
        ...serverCertificate(site, secret, delivery),
      },
    },
  );
}
