import type { RuleDoc } from "../rule.ts";

/** Text and examples of `access/custom-provider-missing`. */
export const customProviderMissingDoc: RuleDoc = {
  inventory: ["authz-custom-provider-missing"],
  what: "The provider of an AuthorizationPolicy with action CUSTOM is one of `extensionProviders` in the mesh's configuration. Where that is not in the input, it is not judged.",
  why: "Istio cannot ask a provider that it does not know, and refuses every request to the workload instead.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: login
        envoyExtAuthzHttp: { service: login.shop.svc.cluster.local, port: 80 }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: CUSTOM
  provider: { name: logn }
  rules: [{}]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: |
    extensionProviders:
      - name: login
        envoyExtAuthzHttp: { service: login.shop.svc.cluster.local, port: 80 }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  action: CUSTOM
  provider: { name: login }
  rules: [{}]
`,
};
