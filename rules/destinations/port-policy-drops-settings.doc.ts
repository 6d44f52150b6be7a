import type { RuleDoc } from "../rule.ts";

const cart = (more: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 3, maxEjectionPercent: 50 }
    portLevelSettings:
      - port: { number: 9090 }
        connectionPool: { tcp: { maxConnections: 10 } }${more}
`;

/** Text and examples of `destinations/port-policy-drops-settings`. */
export const portPolicyDropsSettingsDoc: RuleDoc = {
  inventory: ["dr-port-level-reset"],
  what: "Where a DestinationRule has a policy for a port, that policy says the connection pool, the outlier detection and the load balancing by hash or locality too that the policy of the destination or the subset says.",
  why: "The policy of a port replaces the one of the destination as a whole: what it leaves out is back at its default, which is no limit and no outlier detection.",
  fails: cart(""),
  passes: cart("\n        outlierDetection: { consecutive5xxErrors: 3, maxEjectionPercent: 50 }"),
};
