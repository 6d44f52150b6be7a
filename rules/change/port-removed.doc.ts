import type { ChangeRuleDoc } from "../rule.ts";

const service = (...ports: readonly number[]): string => `apiVersion: v1
kind: Service
metadata: { name: cart, namespace: shop }
spec:
  selector: { app: cart }
  ports:
${ports.map((port) => `    - { name: http-${String(port)}, port: ${String(port)} }`).join("\n")}
`;

/** Text and examples of `change/port-removed`. */
export const portRemovedDoc: ChangeRuleDoc = {
  inventory: ["host-removed"],
  what: "A service and a gateway that are in both states have all ports of the state before.",
  why: "Callers that have the number in their configuration get no connection, and for a port that no longer exists no route and no retry helps.",
  fails: { before: service(80), after: service(8080) },
  passes: { before: service(80), after: service(80, 8080) },
};
