import type { RuleDoc } from "../rule.ts";

const workload = `---
apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  template:
    metadata: { labels: { app: cart, sidecar.istio.io/inject: "true" } }
`;

/** Text and examples of `mtls/plaintext-by-choice`. */
export const plaintextByChoiceDoc: RuleDoc = {
  inventory: ["mtls-dr-server-conflict"],
  what: "A DestinationRule does not set TLS mode DISABLE for a service whose workloads have a proxy that takes mTLS beside plaintext. Servers that take mTLS only are another rule: mtls/mtls-conflict.",
  why: "The calls work, in clear on the wire and without an identity: access rules by service account do not know the caller, and the day the servers become strict all of them fail. Without the setting proxies start mTLS where the server has a proxy, and plaintext where it has none.",
  fails: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { tls: { mode: DISABLE } }
${workload}`,
  passes: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  trafficPolicy: { loadBalancer: { simple: ROUND_ROBIN } }
${workload}`,
};
