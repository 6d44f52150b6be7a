import type { RuleDoc } from "../rule.ts";

/** Text and examples of `envoy-filter/filter-for-every-proxy`. */
export const filterForEveryProxyDoc: RuleDoc = {
  inventory: ["envoyfilter-global"],
  what: "An EnvoyFilter of the root namespace has a `workloadSelector` or `targetRefs`.",
  why: "Without, it patches every proxy and gateway of the mesh. One mistake in it, or one change of Envoy, takes all of them down.",
  fails: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: istio-system }
spec:
  configPatches:
    - applyTo: CLUSTER
      patch:
        operation: MERGE
        value: { connect_timeout: 1s }
`,
  passes: `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: cart, namespace: istio-system }
spec:
  workloadSelector: { labels: { istio: ingressgateway } }
  configPatches:
    - applyTo: CLUSTER
      patch:
        operation: MERGE
        value: { connect_timeout: 1s }
`,
};
