import type { RuleDoc } from "../rule.ts";

const first = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector, labels: { istio.io/rev: default } }
webhooks:
  - name: namespace.sidecar-injector.istio.io
    clientConfig: { url: "https://istiod.example.com/inject" }
    namespaceSelector:
      matchExpressions: [{ key: istio-injection, operator: In, values: [enabled] }]
    objectSelector:
      matchExpressions: [{ key: sidecar.istio.io/inject, operator: NotIn, values: ["false"] }]
`;

/** Text and examples of `webhooks/overlapping-injectors`. */
export const overlappingInjectorsDoc: RuleDoc = {
  inventory: ["ops-webhook"],
  what: "The selectors of all injectors of Istio are tried on every combination of the labels that decide on injection (`istio-injection`, `sidecar.istio.io/inject`, `istio.io/rev` with each revision that occurs). No combination is matched by two injectors.",
  why: "A pod that two injectors change has two proxies, or one of a mixed configuration, and its traffic is redirected twice. It happens when the injector of an old revision is left behind.",
  fails: `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
  - name: namespace.sidecar-injector.istio.io
    clientConfig: { url: "https://istiod.example.com/inject" }
    namespaceSelector: { matchLabels: { istio-injection: enabled } }
  - name: object.sidecar-injector.istio.io
    clientConfig: { url: "https://istiod.example.com/inject" }
    objectSelector: { matchLabels: { sidecar.istio.io/inject: "true" } }
`,
  passes: `${first}  - name: object.sidecar-injector.istio.io
    clientConfig: { url: "https://istiod.example.com/inject" }
    namespaceSelector:
      matchExpressions: [{ key: istio-injection, operator: DoesNotExist }]
    objectSelector:
      matchExpressions: [{ key: sidecar.istio.io/inject, operator: In, values: ["true"] }]
`,
};
