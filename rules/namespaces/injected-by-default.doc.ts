import type { RuleDoc } from "../rule.ts";

const injector = `apiVersion: v1
kind: ConfigMap
metadata: { name: istio-sidecar-injector, namespace: istio-system }
data:
  values: '{ "sidecarInjectorWebhook": { "enableNamespacesByDefault": true } }'
---
`;

/** Text and examples of `namespaces/injected-by-default`. */
export const injectedByDefaultDoc: RuleDoc = {
  inventory: ["ns-not-in-mesh"],
  what: "Where the configuration of the injector in the input has `enableNamespacesByDefault: true`, namespaces without a label are in the mesh. They are named.",
  why: "Somebody who reads the namespace takes it to be outside the mesh, and is surprised by the proxy in each pod: in start-up order, in jobs that never end, in policies that suddenly hold.",
  fails: `${injector}apiVersion: v1
kind: Namespace
metadata: { name: shop }
`,
  passes: `${injector}apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio-injection: enabled } }
`,
};
