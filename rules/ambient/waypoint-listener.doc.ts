import type { RuleDoc } from "../rule.ts";

const waypoint = (listener: string) => `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: { name: waypoint, namespace: shop }
spec:
  gatewayClassName: istio-waypoint
  listeners: [{ name: mesh, ${listener} }]
`;

/** Text and examples of `ambient/waypoint-listener`. */
export const waypointListenerDoc: RuleDoc = {
  inventory: ["ambient-waypoint-missing"],
  what: "A Gateway of the class `istio-waypoint` has exactly one listener, with `protocol: HBONE` and `port: 15008`.",
  why: "ztunnel connects to port 15008 and speaks HBONE there. Istio refuses any other listener of a waypoint.",
  fails: waypoint("port: 80, protocol: HTTP"),
  passes: waypoint("port: 15008, protocol: HBONE"),
};
