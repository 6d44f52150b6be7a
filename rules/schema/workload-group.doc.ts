import type { RuleDoc } from "../rule.ts";

/** Text and examples of `schema/workload-group`. */
export const workloadGroupDoc: RuleDoc = {
  what: "Everything that Istio's validation refuses in a WorkloadGroup: no template, labels that are not valid, a probe without a way to probe or with negative times.",
  why: "The API server asks Istio, and refuses the object. Where the validation is off or not reached, the control plane drops the object or the proxies refuse their configuration, and go on with the old one.",
  fails: `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: cart, namespace: shop }
spec:
  template: { serviceAccount: cart }
  probe: { periodSeconds: 5 }
`,
  passes: `apiVersion: networking.istio.io/v1
kind: WorkloadGroup
metadata: { name: cart, namespace: shop }
spec:
  template: { serviceAccount: cart }
  probe: { periodSeconds: 5, httpGet: { port: 8080, path: /ready } }
`,
};
