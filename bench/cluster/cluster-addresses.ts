/**
 * Addresses inside a bench. They are the same in every bench: each has a network namespace to itself, and nothing in
 * it can reach the outside.
 */
export const addresses = {
  node: "10.200.0.1",
  nodePrefix: 24,
  services: "10.96.0.0/16",
  apiService: "10.96.0.1",
  dns: "10.96.0.10",
  pods: "10.244.0.0/22",
  apiServerPort: 6443,
  clusterDomain: "cluster.local",
} as const;
