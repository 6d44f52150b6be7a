import type { RuleDoc } from "../rule.ts";

const envoy = (timeout: string) => `apiVersion: v1
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
                        - name: shop
                          domains: ["*"]
                          routes: [{ match: { prefix: / }, route: { cluster: shop, timeout: ${timeout} } }]
                    http_filters:
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
      clusters: [{ name: shop }]
`;

/** Text and examples of `envoy/without-deadline`. */
export const withoutDeadlineDoc: RuleDoc = {
  inventory: ["envoy-timeouts"],
  what: "A route whose `timeout` is `0s` sets `max_stream_duration` or `idle_timeout`, or its connection manager sets `stream_idle_timeout`.",
  why: "A request to a service that hangs is kept until the client gives up. Requests pile up at the proxy, and it looks as if it were the proxy that hangs.",
  fails: envoy("0s"),
  passes: envoy("15s"),
};
