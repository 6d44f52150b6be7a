import type { RuleDoc } from "../rule.ts";

const injector = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata:
  name: istio-sidecar-injector-1-31
  labels: { istio.io/rev: 1-31 }
webhooks: []
---
`;

/** Text and examples of `namespaces/unknown-revision`. */
export const unknownRevisionDoc: RuleDoc = {
  inventory: ["ns-revision-unknown"],
  what: "Where the input holds the injectors of Istio, the label `istio.io/rev` of a namespace or a pod names the revision or the tag of one of them.",
  why: "No webhook matches the namespace, so that its pods start without a proxy. Nothing fails: the traffic is in clear, and STRICT services refuse it.",
  fails: `${injector}apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/rev: 1-30 } }
`,
  passes: `${injector}apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/rev: 1-31 } }
`,
};
