import type { RuleDoc } from "../rule.ts";

const shop = (label: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient${label} } }
---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } }
`;

/** Text and examples of `ambient/policy-without-waypoint`. */
export const policyWithoutWaypointDoc: RuleDoc = {
  inventory: ["ambient-l7-no-waypoint"],
  what: "A DestinationRule with subsets, load balancing, limits of connections or outlier detection is for a service that uses a waypoint, where the service is in ambient mode and no gateway sends to it. Callers with a sidecar follow the policy, those in ambient mode do not.",
  why: "ztunnel reads no DestinationRule. Broken instances stay, limits do not hold, and nothing says so.",
  fails: shop(""),
  passes: shop(", istio.io/use-waypoint: waypoint"),
};
