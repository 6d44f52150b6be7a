import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/ineffective-selector`. */
export const ineffectiveSelectorDoc: RuleDoc = {
  inventory: ["authz-selector-gateway-api"],
  what: "An AuthorizationPolicy, RequestAuthentication, Telemetry or WasmPlugin for the pods of a Gateway of the Gateway API refers to it with `targetRefs`, not with a selector.",
  why: "The selector is ignored for such a gateway, and the policy does not hold at the edge.",
  fails: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { gateway.networking.k8s.io/gateway-name: front } }
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
  passes: `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: front, namespace: shop }
spec:
  gatewayClassName: istio
  listeners: [{ name: http, port: 80, protocol: HTTP }]
---
apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: { name: cart, namespace: shop }
spec:
  targetRefs: [{ group: gateway.networking.k8s.io, kind: Gateway, name: front }]
  rules:
    - to: [{ operation: { methods: [GET] } }]
`,
};
