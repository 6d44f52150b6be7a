import type { RuleDoc } from "../rule.ts";

const cart = (limits: string) => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart.shop.svc.cluster.local
  trafficPolicy:
    outlierDetection: { consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 1m }
    loadBalancer:
      localityLbSetting:
        failover: [{ from: east, to: west }, { from: west, to: east }]${limits}
`;

/** Text and examples of `clusters/failover-loop`. */
export const failoverLoopDoc: RuleDoc = {
  inventory: ["mc-failover-loop"],
  what: "A DestinationRule whose `failover` leads from one place to another and back also has outlier detection and a limit of connections or requests.",
  why: "When one place is overloaded, its load goes to the other, which is overloaded then as well and sends it back. Both go up and down in turn until somebody takes load away.",
  fails: cart(""),
  passes: cart("\n    connectionPool: { http: { http2MaxRequests: 1000 } }"),
};
