import { hostOf, identityOf } from "../../graph/index.ts";
import type { Protocol, ReceivingPort, Trust, WorkloadService } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import { identityCertificate } from "./secret.ts";

/** Sidecars that also take plaintext know mutual TLS around plain bytes by the word `istio`. */
const alpn = {
  http: "http/1.1",
  http2: "h2",
  grpc: "h2",
  tcp: "istio",
  tls: "istio",
} as const satisfies Record<Protocol, string>;

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
          alpn_protocols: [alpn[protocol]],
          ...identityCertificate(identity, identityOf(domain, service), delivery),
        },
      },
    ),
  };
}
