import type { RuleDoc } from "../rule.ts";

/** Text and examples of `destinations/policy-for-every-host`. */
export const policyForEveryHostDoc: RuleDoc = {
  inventory: ["dr-wildcard-host"],
  what: "A DestinationRule whose host stands for every service of the mesh sets nothing but TLS.",
  why: "One limit, or one way to balance, for every service fits few of them. A change of it changes all calls of the mesh at once.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: default, namespace: istio-system }
spec:
  host: "*.local"
  trafficPolicy: { tls: { mode: ISTIO_MUTUAL } }
`,
};
