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
                      - name: envoy.filters.http.rbac
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC
                          rules:
                            action: DENY
                            policies:
                              admin:
                                permissions: [{ url_path: { path: { prefix: /admin } } }]
                                principals: [{ any: true }]
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
`;

/** Text and examples of `envoy/path-not-normalized`. */
export const pathNotNormalizedDoc: RuleDoc = {
  inventory: ["envoy-edge-hardening"],
  what: "An HTTP connection manager with external authorization, or with rules of RBAC or for tokens that look at the path, sets `normalize_path: true`.",
  why: "The application takes `/./admin` and `/admin` for the same. The filter does not, and lets the first one through.",
  fails: envoy(""),
  passes: envoy("\n                    normalize_path: true"),
};
