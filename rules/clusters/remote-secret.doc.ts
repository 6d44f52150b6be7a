import type { RuleDoc } from "../rule.ts";

const remote = (server: string) => `apiVersion: v1
kind: Secret
metadata:
  name: istio-remote-secret-west
  namespace: istio-system
  labels: { istio/multiCluster: "true" }
  annotations: { networking.istio.io/cluster: west }
stringData:
  west: |
    apiVersion: v1
    kind: Config
    clusters: [{ name: west, cluster: { server: "${server}", certificate-authority-data: QQ== } }]
    users: [{ name: west, user: { token: example } }]
    contexts: [{ name: west, context: { cluster: west, user: west } }]
    current-context: west
`;

/** Text and examples of `clusters/remote-secret`. */
export const remoteSecretDoc: RuleDoc = {
  inventory: ["mc-links"],
  what: "A Secret with the label `istio/multiCluster` holds kubeconfigs whose server is not on loopback and is checked, and whose user has a token or a certificate inside, not a program or a file. The annotation `networking.istio.io/cluster` names the same cluster as the key, and every cluster has one such Secret.",
  why: "istiod logs an error and goes on without the cluster: its endpoints are missing, and with them failover, at the moment when it is needed.",
  fails: remote("https://127.0.0.1:6443"),
  passes: remote("https://west.example:6443"),
};
