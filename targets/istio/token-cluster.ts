import type { Fields } from "../envoy/fields.ts";
import { tokenClusterName, type LoginHost } from "../envoy/login-config.ts";
import { dnsCluster, serverOfUrl, tlsToName } from "../envoy/server-cluster.ts";

/**
 * How a gateway reaches the token endpoint of a provider: over TLS, by a certificate for exactly its name. The
 * authorities come as Istio's own do, so that they rotate without a restart.
 */
export function tokenCluster({ login, endpoints }: LoginHost): Fields {
  const server = serverOfUrl(endpoints.token);
  const authorities = endpoints.tls === undefined ? publicAuthorities : ofSecret(endpoints.tls);
  return {
    ...dnsCluster(tokenClusterName(login.provider), server),
    ...tlsToName(server.address, (names) => ({
      combined_validation_context: {
        default_validation_context: names,
        validation_context_sds_secret_config: authorities,
      },
    })),
  };
}

/** Those of the proxy's image: its agent hands them out under this name. */
const publicAuthorities: Fields = {
  name: "file-root:system",
  sds_config: {
    resource_api_version: "V3",
    api_config_source: {
      api_type: "GRPC",
      transport_api_version: "V3",
      set_node_on_first_message_only: true,
      grpc_services: [{ envoy_grpc: { cluster_name: "sds-grpc" } }],
    },
  },
};

/** istiod hands out the `ca.crt` of a Secret of the gateway's namespace under its name with this ending. */
function ofSecret({ secret }: { readonly secret: string }): Fields {
  return {
    name: `kubernetes://${secret}-cacert`,
    sds_config: { resource_api_version: "V3", ads: {} },
  };
}
