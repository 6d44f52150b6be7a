import type { RuleDoc } from "../rule.ts";

/** Text and examples of `gateway/open-passthrough`. */
export const openPassthroughDoc: RuleDoc = {
  inventory: ["gw-autopassthrough-public"],
  what: "A server with AUTO_PASSTHROUGH is limited to hosts of the mesh (`*.local`).",
  why: "With AUTO_PASSTHROUGH the client names the destination. Without a limit every service of the mesh is exposed to everybody who reaches the gateway.",
  fails: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: eastwestgateway }
  servers:
    - port: { number: 15443, name: tls, protocol: TLS }
      tls: { mode: AUTO_PASSTHROUGH }
      hosts: ["*"]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: edge, namespace: shop }
spec:
  selector: { istio: eastwestgateway }
  servers:
    - port: { number: 15443, name: tls, protocol: TLS }
      tls: { mode: AUTO_PASSTHROUGH }
      hosts: ["*.local"]
`,
};
