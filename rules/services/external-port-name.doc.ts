import type { RuleDoc } from "../rule.ts";

/** Text and examples of `services/external-port-name`. */
export const externalPortNameDoc: RuleDoc = {
  inventory: ["svc-port-protocol"],
  what: "A port of a service of type ExternalName has a name that says its protocol, and is not just called `tcp`.",
  why: "An ExternalName service has no address, so that a TCP port becomes a listener for all addresses in every proxy of the mesh. Traffic of others to the same port is sent to the external host.",
  fails: `apiVersion: v1
kind: Service
metadata: { name: payments, namespace: shop }
spec:
  type: ExternalName
  externalName: payments.example.com
  ports: [{ name: tcp, port: 443 }]
`,
  passes: `apiVersion: v1
kind: Service
metadata: { name: payments, namespace: shop }
spec:
  type: ExternalName
  externalName: payments.example.com
  ports: [{ name: https, port: 443 }]
`,
};
