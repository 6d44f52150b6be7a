import type { RuleDoc } from "../rule.ts";

const shop = (target: string) => `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { istio.io/dataplane-mode: ambient, istio.io/use-waypoint: waypoint } }
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  ${target}
  action: CUSTOM
  provider: { name: login }
  rules: [{}]
`;

/** Text and examples of `ambient/action-without-effect`. */
export const actionWithoutEffectDoc: RuleDoc = {
  inventory: ["ambient-ztunnel-unsupported"],
  what: "An AuthorizationPolicy with `action: CUSTOM` or `AUDIT` whose workloads are in ambient mode has `targetRefs`.",
  why: "Without `targetRefs` a policy is for ztunnel, which has neither action. It is left out, and everybody whom the provider would have refused comes in.",
  fails: shop("selector: { matchLabels: { app: cart } }"),
  passes: shop('targetRefs: [{ kind: Service, group: "", name: cart }]'),
};
