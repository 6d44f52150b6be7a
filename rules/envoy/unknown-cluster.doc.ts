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
  why: "Envoy refuses such a configuration: a new pod does not start, and a restart takes the running one away.",
  fails: envoy("databse"),
  passes: envoy("database"),
};
