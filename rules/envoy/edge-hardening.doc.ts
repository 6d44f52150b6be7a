import type { RuleDoc } from "../rule.ts";

const envoy = (settings: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    static_resources:
      listeners:
        - name: http
          address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
          filter_chains:
            - filters:
                - name: envoy.filters.network.http_connection_manager
                  typed_config:
                    "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                    stat_prefix: http${settings}
                    http_filters:
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
`;

/** Text and examples of `envoy/edge-hardening`. */
export const edgeHardeningDoc: RuleDoc = {
  inventory: ["envoy-edge-hardening"],
  what: "An HTTP connection manager of a listener that is not on loopback sets `use_remote_address`, `normalize_path`, `merge_slashes`, `path_with_escaped_slashes_action`, `headers_with_underscores_action` and a timeout of requests or their headers. A way out, which takes `CONNECT`, leaves paths and names of headers to the servers.",
  why: "Envoy's defaults are those for a proxy between friends: it believes the address that a header names, passes `/a/../admin` on as it is, and waits for ever for the end of a header.",
  fails: envoy(""),
  passes: envoy(`
                    use_remote_address: true
                    normalize_path: true
                    merge_slashes: true
                    path_with_escaped_slashes_action: UNESCAPE_AND_REDIRECT
                    common_http_protocol_options: { headers_with_underscores_action: REJECT_REQUEST }
                    request_headers_timeout: 10s`),
};
