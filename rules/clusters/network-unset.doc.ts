import type { RuleDoc } from "../rule.ts";

const cluster = (labels: string) => `apiVersion: v1
kind: Namespace
metadata: { name: istio-system, labels: { ${labels} } }
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: { name: cross-network-gateway, namespace: istio-system }
spec:
  selector: { istio: eastwestgateway }
  servers:
    - port: { number: 15443, name: tls, protocol: TLS }
      tls: { mode: AUTO_PASSTHROUGH }
      hosts: ["*.local"]
`;

/** Text and examples of `clusters/network-unset`. */
export const networkUnsetDoc: RuleDoc = {
  inventory: ["mc-network-unset"],
  what: "Where the input holds a gateway for other networks (`AUTO_PASSTHROUGH` on port 15443, the class `istio-east-west`, or a Service with the label `topology.istio.io/network`) and the root namespace, the namespace has that label, or an installation or MeshNetworks say the network.",
  why: "istiod sends the addresses of pods in the other network as they are. Callers wait for connections to addresses that nobody routes, instead of going through the gateway.",
  fails: cluster("istio: system"),
  passes: cluster("topology.istio.io/network: east"),
};
