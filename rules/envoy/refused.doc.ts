import type { RuleDoc } from "../rule.ts";

const envoy = (domain: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    static_resources:
      listeners:
        - name: http
          address: { socket_address: { address: 127.0.0.1, port_value: 8080 } }
          filter_chains:
            - filters:
                - name: envoy.filters.network.http_connection_manager
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                    stat_prefix: http
                    route_config:
                      virtual_hosts:
                        - { name: shop, domains: [shop.example], routes: [{ match: { prefix: / }, direct_response: { status: 200 } }] }
                        - { name: all, domains: [${domain}], routes: [{ match: { prefix: / }, direct_response: { status: 404 } }] }
                    http_filters:
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
`;

/** Text and examples of `envoy/refused`. */
export const refusedDoc: RuleDoc = {
  inventory: ["envoy-schema"],
  what: "Names of clusters and of listeners, and domains of one route configuration, are there once; every virtual host has a domain, every HTTP connection manager a `stat_prefix`, and the router is its last filter. Routes have a match, weights that are not all 0 and a direct response between 200 and 599; clusters a name, and timeouts, percents, tables and health checks within what Envoy takes.",
  why: "Envoy refuses the whole configuration. A new proxy does not start; a running one goes on with what it had, and nobody notices until it restarts.",
  fails: envoy("shop.example"),
  passes: envoy('"*"'),
};
