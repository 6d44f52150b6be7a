import type { RuleDoc } from "../rule.ts";

const webhook = (policy: string) => `apiVersion: v1
kind: Service
metadata: { name: istiod, namespace: istio-system }
spec:
  selector: { app: istiod }
  ports: [{ name: https-webhook, port: 443, targetPort: 15017 }]
---
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    failurePolicy: ${policy}
    clientConfig: { service: { name: istiod, namespace: istio-system, path: /inject } }
    namespaceSelector: { matchLabels: { istio-injection: enabled } }
`;

/** Text and examples of `webhooks/injector-fails-open`. */
export const injectorFailsOpenDoc: RuleDoc = {
  inventory: ["ops-webhook"],
  what: "The webhooks of an injector of Istio have `failurePolicy: Fail`, which is also the default, and at least two seconds to answer.",
  why: "A pod that starts while istiod is away gets no proxy and keeps none until it is replaced. Strict servers refuse it, and its own callers reach it past every rule.",
  fails: webhook("Ignore"),
  passes: webhook("Fail"),
};
