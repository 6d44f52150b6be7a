import { isIP } from "node:net";
import type { TokenProvider } from "../../model/index.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, socketAddress, type Resource } from "./fields.ts";

/** Name of the cluster from which the keys of a provider are fetched. */
export function keyClusterName(provider: string): string {
  return `:keys/${provider}`;
}

/** How the proxy reaches the keys of a provider: over TLS, by a certificate for exactly that name. */
export function keyCluster(
  { name, jwks }: TokenProvider,
  { publicAuthorities }: ResolvedSite,
): readonly Resource[] {
  if (jwks.kind === "inline") return [];
  const { hostname, port } = new URL(jwks.uri);
  const san_type = isIP(hostname) === 0 ? "DNS" : "IP_ADDRESS";
  const cluster = keyClusterName(name);
  return [
    {
      name: cluster,
      type: "STRICT_DNS",
      dns_lookup_family: "V4_PREFERRED",
      connect_timeout: "5s",
      load_assignment: {
        cluster_name: cluster,
        endpoints: [
          {
            lb_endpoints: [
              {
                endpoint: {
                  address: socketAddress(hostname, port === "" ? 443 : Number(port)),
                },
              },
            ],
          },
        ],
      },
      transport_socket: extension(
        "envoy.transport_sockets.tls",
        "envoy.extensions.transport_sockets.tls.v3.UpstreamTlsContext",
        {
          ...(san_type === "DNS" ? { sni: hostname } : {}),
          common_tls_context: {
            tls_params: { tls_minimum_protocol_version: "TLSv1_2" },
            validation_context: {
              trusted_ca: { filename: publicAuthorities },
              match_typed_subject_alt_names: [{ san_type, matcher: { exact: hostname } }],
            },
          },
        },
      ),
    },
  ];
}
