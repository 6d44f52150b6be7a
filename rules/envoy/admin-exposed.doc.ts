import type { RuleDoc } from "../rule.ts";

const envoy = (address: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: edge, namespace: edge }
data:
  envoy.yaml: |
    admin:
      address: { socket_address: { address: ${address}, port_value: 9901 } }
    static_resources: { listeners: [], clusters: [] }
`;

/** Text and examples of `envoy/admin-exposed`. */
export const adminExposedDoc: RuleDoc = {
  inventory: ["envoy-admin-exposed"],
  what: "`admin.address` of an Envoy's configuration, in a file of its own or in a ConfigMap, is a pipe or an address of loopback.",
  why: "The administration has no password. It shows the whole configuration and the environment, drains the listeners and ends the process.",
  fails: envoy("0.0.0.0"),
  passes: envoy("127.0.0.1"),
};
