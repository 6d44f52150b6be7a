import type { ChangeRuleDoc } from "../rule.ts";

const mesh = (version: string, match: string) => `apiVersion: apps/v1
kind: Deployment
metadata: { name: istiod, namespace: istio-system, labels: { app: istiod } }
spec:
  replicas: 2
  selector: { matchLabels: { app: istiod } }
  template:
    metadata: { labels: { app: istiod } }
    spec: { containers: [{ name: discovery, image: "istio/pilot:${version}" }] }
---
apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limits, namespace: shop }
spec:
  workloadSelector: { labels: { app: cart } }
  configPatches:
    - applyTo: CLUSTER
      match: ${match}
      patch: { operation: MERGE, value: { per_connection_buffer_limit_bytes: 32768 } }
`;

/** Text and examples of `change/upgrade-with-filters`. */
export const upgradeWithFiltersDoc: ChangeRuleDoc = {
  inventory: ["mesh-upgrade-skip"],
  what: "Where a control plane of another minor version comes, every patch of an EnvoyFilter says by `match.proxy.proxyVersion` which versions it is for.",
  why: "An EnvoyFilter reaches past Istio into the configuration that Istio makes. With the next version a part has another name or another place: the patch does nothing, or the proxies refuse the whole configuration.",
  fails: {
    before: mesh("1.29.3", "{ context: SIDECAR_OUTBOUND }"),
    after: mesh("1.30.2", "{ context: SIDECAR_OUTBOUND }"),
  },
  passes: {
    before: mesh("1.29.3", '{ proxy: { proxyVersion: "^1\\\\.(29|30).*" } }'),
    after: mesh("1.30.2", '{ proxy: { proxyVersion: "^1\\\\.(29|30).*" } }'),
  },
};
