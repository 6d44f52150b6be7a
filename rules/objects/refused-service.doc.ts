import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/refused-service`. */
export const refusedServiceDoc: RuleDoc = {
  what: "A Service says nothing that the API server refuses: ports between 1 and 65535, each once and with a name of its own, a protocol of TCP, UDP or SCTP, a known type, a name that begins with a letter. What it leaves out is not looked at.",
  why: "The deploy stops at the Service, often half done; a name or a protocol that is no protocol of the transport (`protocol: HTTP`) is the usual reason.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, protocol: HTTP }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports: [{ name: http, port: 80, protocol: TCP }]
`,
};
