import { type ToolPaths } from "../../tools/index.ts";

/** Programs that every bench runs; `tools/` finds or builds them. */
export const clusterProgramNames = [
  "etcd",
  "kube-apiserver",
  "kube-controller-manager",
  "kube-scheduler",
  "kubelet",
  "kube-proxy",
  "coredns",
  "kubectl",
] as const;

/** Where the programs of a bench are, by name. */
export type ClusterPrograms = ToolPaths<(typeof clusterProgramNames)[number]>;
