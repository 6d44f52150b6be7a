import type { RuleDoc } from "../rule.ts";

const config = `apiVersion: v1
kind: ConfigMap
metadata: { name: istio, namespace: istio-system }
data:
  mesh: "trustDomain: shop.example"
  meshNetworks: |
    networks:
      west:
        endpoints: [{ fromRegistry: cluster-west }]
        gateways: [{ address: 192.0.2.1, port: 15443 }]
`;

/** Text and examples of `objects/unknown-registry`. */
export const unknownRegistryDoc: RuleDoc = {
  inventory: ["mc-network-unset"],
  what: "Each `fromRegistry` of the networks of the mesh is `Kubernetes`, or a cluster that a remote secret (label `istio/multiCluster`) is there for.",
  why: "The endpoints of that cluster belong to no network. Proxies take their addresses for direct ones, and the requests to other clusters run into timeouts.",
  fails: config,
  passes: `${config}---
apiVersion: v1
kind: Secret
metadata:
  name: istio-remote-secret-cluster-west
  namespace: istio-system
  labels: { istio/multiCluster: "true" }
stringData: { cluster-west: "" }
`,
};
