import type { RuleDoc } from "../rule.ts";

/** Text and examples of `webhooks/numeric-address`. */
export const numericAddressDoc: RuleDoc = {
  inventory: ["ops-webhook"],
  what: "The URL of an injector or a validator of Istio has a host name, where it is not a service of the cluster.",
  why: "An address cannot be moved without changing the webhooks of every cluster, and few certificates hold for one. It is good for a trial only.",
  fails: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { url: "https://192.0.2.7:15017/inject" }
    namespaceSelector: { matchLabels: { istio-injection: enabled } }
`,
  passes: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { url: "https://istiod.example.com:15017/inject" }
    namespaceSelector: { matchLabels: { istio-injection: enabled } }
`,
};
