import type { RuleDoc } from "../rule.ts";

const istiod = `apiVersion: v1
kind: Service
metadata: { name: istiod, namespace: istio-system }
spec:
  selector: { app: istiod }
  ports: [{ name: https-webhook, port: 443, targetPort: 15017 }]
---
`;

/** Text and examples of `webhooks/unknown-service`. */
export const unknownServiceDoc: RuleDoc = {
  inventory: ["ops-webhook"],
  what: "The service that an injector of Istio calls is in the input. For the webhook of a tag (label `istio.io/tag`) in an input without any service of that namespace the result is `unknown`: its control plane is installed apart.",
  why: "With `failurePolicy: Fail` no pod of the matched namespaces can be created any more; with `Ignore` all start without a proxy. It happens when a revision is removed and its webhook is left.",
  fails: `${istiod}apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector-canary }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { service: { name: istiod-canary, namespace: istio-system, path: /inject } }
    namespaceSelector: { matchLabels: { istio.io/rev: canary } }
`,
  passes: `${istiod}apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { service: { name: istiod, namespace: istio-system, path: /inject } }
    namespaceSelector: { matchLabels: { istio-injection: enabled } }
`,
};
