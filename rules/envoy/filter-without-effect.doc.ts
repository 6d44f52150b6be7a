import type { RuleDoc } from "../rule.ts";

const envoy = (rules: string) => `apiVersion: v1
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
                    normalize_path: true
                    http_filters:
                      - name: envoy.filters.http.rbac
                        typed_config:
                          "@type": type.googleapis.com/envoy.extensions.filters.http.rbac.v3.RBAC
                          ${rules}:
                            action: DENY
                            policies:
                              admin:
                                permissions: [{ url_path: { path: { prefix: /admin } } }]
                                principals: [{ any: true }]
                      - name: envoy.filters.http.router
                        typed_config: { "@type": type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }
`;

/** Text and examples of `envoy/filter-without-effect`. */
export const filterWithoutEffectDoc: RuleDoc = {
  inventory: ["envoy-rbac-shadow"],
  what: "Of the HTTP filters of an Envoy, and of those that an EnvoyFilter brings: RBAC has rules and not only shadow rules, unless those choose what an authorizer of the same chain is asked about; external authorization does not set `failure_mode_allow`; JWT authentication with providers has rules; none of them is disabled.",
  why: "The filter is there, its counters move, and every request comes in.",
  fails: envoy("shadow_rules"),
  passes: envoy("rules"),
};
