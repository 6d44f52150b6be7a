import type { ChangeRuleDoc } from "../rule.ts";

const calls = `name: shop
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
trust: { domain: shop.example, mtls: permissive }
---
`;
const web = (inject: string): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec:
  template: { metadata: { labels: { app: web, sidecar.istio.io/inject: "${inject}" } } }
---
`;
const strict = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: { name: default, namespace: shop }
spec: { mtls: { mode: STRICT } }
`;

/** Text and examples of `change/mtls-strict-jump`. */
export const mtlsStrictJumpDoc: ChangeRuleDoc = {
  inventory: ["mtls-strict-jump"],
  what: "When a service becomes strict, all workloads of its declared callers had a proxy already. One that gets its proxy in the same update counts as without: its pods are replaced one after the other, and the setting holds at once.",
  why: "A strict server closes the connection of a caller without a proxy. The calls fail until the last pod of the caller has been replaced, and for ever where it never gets one.",
  fails: { before: calls + web("false"), after: calls + web("true") + strict },
  passes: { before: calls + web("true"), after: calls + web("true") + strict },
};
