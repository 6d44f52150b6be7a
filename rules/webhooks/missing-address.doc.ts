import type { RuleDoc } from "../rule.ts";

/** Text and examples of `webhooks/missing-address`. */
export const missingAddressDoc: RuleDoc = {
  inventory: ["ops-webhook"],
  what: "Each injector and each validator of Istio (`istio-sidecar-injector…`, `istio-validator…`, `istiod-default-validator`) has a service or a URL, and the URL can be read.",
  why: "The cluster cannot reach its control plane: pods are not injected or not created at all, and objects of Istio are refused or not checked.",
  fails: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: istio-validator-istio-system }
webhooks:
  - name: rev.validation.istio.io
    clientConfig: { url: "https://istiod.example.com:https/validate" }
`,
  passes: `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: istio-validator-istio-system }
webhooks:
  - name: rev.validation.istio.io
    clientConfig: { url: "https://istiod.example.com:15017/validate" }
`,
};
