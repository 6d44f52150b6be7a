import type { RuleDoc } from "../rule.ts";

const envoy = (cluster: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    static_resources:
      listeners:
        - name: tcp
          address: { socket_address: { address: 127.0.0.1, port_value: 5432 } }
          filter_chains:
            - filters:
                - name: envoy.filters.network.tcp_proxy
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy
                    stat_prefix: tcp
                    cluster: ${cluster}
      clusters: [{ name: database }]
`;

/** Text and examples of `envoy/unknown-cluster`. */
export const unknownClusterDoc: RuleDoc = {
  inventory: ["envoy-schema"],
  what: "Every cluster that a route, a TCP proxy, a gRPC service or the address of keys names is among `static_resources.clusters`, unless clusters come by CDS.",
  why: "Envoy refuses a configuration with such a route: a new pod does not start. It takes one with such a TCP proxy, and ends every connection to it.",
  fails: envoy("databse"),
  passes: envoy("database"),
};
