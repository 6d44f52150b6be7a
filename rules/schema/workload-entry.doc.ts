import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/workload-entry`. */
export const workloadEntryDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a WorkloadEntry: no address, an address that is neither an IP address nor a domain name, ports and labels that are not valid.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: cart, namespace: shop }
spec:
  address: 192.0.2.300
  labels: { app: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: cart, namespace: shop }
spec:
  address: 192.0.2.30
  labels: { app: cart }
`,
};
