import type { RuleDoc } from "../rule.ts";

/** Text and examples of `resilience/streaming-timeout`. */
export const streamingTimeoutDoc: RuleDoc = {
  inventory: ["timeout-stream"],
  what: "A route that matches WebSockets or event streams by their headers has no timeout.",
  why: "The timeout is for the whole exchange, not for a pause in it. Every connection breaks after that time, however busy it is, and all clients come back at once.",
  fails: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: chat, namespace: shop }
spec:
  hosts: [chat]
  http:
    - match: [{ headers: { upgrade: { exact: websocket } } }]
      timeout: 15s
      route: [{ destination: { host: chat } }]
`,
  passes: `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: chat, namespace: shop }
spec:
  hosts: [chat]
  http:
    - match: [{ headers: { upgrade: { exact: websocket } } }]
      timeout: 0s
      route: [{ destination: { host: chat } }]
`,
};
