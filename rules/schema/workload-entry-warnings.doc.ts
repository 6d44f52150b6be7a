import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/workload-entry-warnings`. */
export const workloadEntryWarningsDoc: RuleDoc = {
  what: "What Istio's validation warns of in a WorkloadEntry: no address. It is then only reached through the gateway of its network.",
  why: "Istio takes the object, but it does something else than it seems to, or will not be supported for long.",
  fails: `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: cart, namespace: shop }
spec:
  network: vm-network
  labels: { app: cart }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: WorkloadEntry
metadata: { name: cart, namespace: shop }
spec:
  network: vm-network
  address: 192.0.2.30
  labels: { app: cart }
`,
};
