import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/destination-rule`. */
export const destinationRuleDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a DestinationRule: hosts, subsets without or with the same name, empty policies, negative limits, durations below 1 ms, percentages above 100, TLS without its certificates or with two sources of them, hashing, shares by locality that do not sum to 100, failover from a region to itself.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    tls: { mode: MUTUAL, clientCertificate: /etc/certs/client.pem }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy:
    tls: { mode: MUTUAL, clientCertificate: /etc/certs/client.pem, privateKey: /etc/certs/key.pem }
`,
};
