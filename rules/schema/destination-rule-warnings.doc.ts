import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/destination-rule-warnings`. */
export const destinationRuleWarningsDoc: RuleDoc = {
  inventory: ["lb-failover-no-outlier"],
  what: "What Istio's validation warns of in a DestinationRule: the deprecated `consecutiveErrors` and `minimumRingSize`, and failover without outlier detection. In subsets and in settings of ports Istio forgets these warnings; Heddle gives them.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    loadBalancer:
      localityLbSetting:
        failover:
          - { from: eu-west, to: eu-north }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    loadBalancer:
      localityLbSetting:
        failover:
          - { from: eu-west, to: eu-north }
    outlierDetection: { consecutive5xxErrors: 5 }
`,
};
