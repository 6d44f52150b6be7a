import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/service-entry-warnings`. */
export const serviceEntryWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a ServiceEntry: partial wildcards, ports of TCP without an address, a workload selector without labels or with the resolution NONE, several hosts with one address.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: shop }
spec:
  hosts: ['*api.example.com']
  ports:
    - { number: 443, name: tls, protocol: TLS }
  resolution: NONE
`,
  passes: `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: cart, namespace: shop }
spec:
  hosts: ['*.api.example.com']
  ports:
    - { number: 443, name: tls, protocol: TLS }
  resolution: NONE
`,
};
