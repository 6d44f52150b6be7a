import type { RuleDoc } from "../rule.ts";

const envoy = (limits: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    static_resources:
      clusters:
        - name: shop
          type: STRICT_DNS${limits}
          load_assignment:
            cluster_name: shop
            endpoints:
              - lb_endpoints:
                  - endpoint: { address: { socket_address: { address: shop.internal, port_value: 8080 } } }
`;

/** Text and examples of `envoy/cluster-without-limits`. */
export const clusterWithoutLimitsDoc: RuleDoc = {
  inventory: ["envoy-timeouts"],
  what: "A cluster with addresses that are not on loopback sets `circuit_breakers`, `outlier_detection` or `health_checks`, unless only keys are fetched from it. All clusters of one Envoy that do not are said together.",
  why: "A server that answers every request with an error, quickly, gets more and more of them. The default limit of 1024 requests is one nobody chose.",
  fails: envoy(""),
  passes: envoy("\n          outlier_detection: { consecutive_5xx: 5, max_ejection_percent: 50 }"),
};
