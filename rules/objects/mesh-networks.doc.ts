import type { RuleDoc } from "../rule.ts";

/** Text and examples of `objects/mesh-networks`. */
export const meshNetworksRuleDoc: RuleDoc = {
  inventory: ["mc-network-unset"],
  what: "Each network of MeshNetworks has endpoints by CIDR or by registry, and gateways by address or by service, with a port.",
  why: "istiod refuses the whole of it, and endpoints of other networks are called directly, where nothing routes.",
  fails: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: "trustDomain: cluster.local"
  meshNetworks: |
    networks:
      east:
        endpoints: [{ fromCidr: 10.0.0.0/8 }]
        gateways: [{ address: 203.0.113.7, port: 0 }]
`,
  passes: `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: "trustDomain: cluster.local"
  meshNetworks: |
    networks:
      east:
        endpoints: [{ fromCidr: 10.0.0.0/8 }]
        gateways: [{ address: 203.0.113.7, port: 15443 }]
`,
};
