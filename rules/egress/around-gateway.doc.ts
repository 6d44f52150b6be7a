import type { RuleDoc } from "../rule.ts";

const entry = (name: string, host: string) => `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: ${name}, namespace: shop }
spec:
  hosts: [${host}]
  ports: [{ number: 443, name: tls, protocol: TLS }]
  resolution: DNS
---
`;

const through = (host: string) => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: outside, namespace: shop }
spec:
  hosts: [${host}]
  gateways: [mesh, egress]
  tls:
    - match: [{ gateways: [mesh], port: 443, sniHosts: [${host}] }]
      route: [{ destination: { host: istio-egressgateway.istio-system.svc.cluster.local } }]
    - match: [{ gateways: [egress], port: 443, sniHosts: [${host}] }]
      route: [{ destination: { host: ${host} } }]
`;

const bank = `${entry("bank", "api.bank.example")}${through("api.bank.example")}`;

/** Text and examples of `egress/around-gateway`. */
export const aroundGatewayDoc: RuleDoc = {
  inventory: ["egress-no-gateway"],
  what: "Where a VirtualService of the mesh sends a host outside through an egress gateway, every ServiceEntry for another host outside has such a route too, and a NetworkPolicy says what may leave each namespace with workloads of the mesh. Without an egress gateway nothing is said.",
  why: "The proxy beside an application is no boundary for it: REGISTRY_ONLY and routes are settings of a process in the same pod. Only a NetworkPolicy makes the gateway, with its logs and its rules, the one way out.",
  fails: `${entry("mail", "smtp.mail.example")}${bank}`,
  passes: bank,
};
