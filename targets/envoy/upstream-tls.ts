import { hostOf, identityOf } from "../../graph/index.ts";
import type { ReceivingPort, Trust, WorkloadService } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import { identityCertificate } from "./secret.ts";

/**
 * Mutual TLS towards a service: the proxy shows its own identity and talks only to the service's. Nothing where the
 * site has no identity or the port accepts only plaintext.
 */
export function upstreamTls(
  service: WorkloadService,
  { identity }: Pick<ResolvedSite, "identity">,
  { domain }: Pick<Trust, "domain">,
  { port, delivery }: { readonly port: ReceivingPort; readonly delivery: Delivery },
): Fields {
  const { protocol, mtls } = port;
  if (identity === "none" || mtls === "disabled") return {};
  return {
    transport_socket: extension(
      "envoy.transport_sockets.tls",
      "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
      {
        sni: hostOf(service),
        common_tls_context: {
          tls_params: { tls_minimum_protocol_version: "TLSv1_2" },
          alpn_protocols: [protocol === "http" ? "http/1.1" : "h2"],
          ...identityCertificate(identity, identityOf(domain, service), delivery),
        },
      },
    ),
  };
}
