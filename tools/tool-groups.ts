import { toolNames } from "./catalogue.ts";
import type { ToolName } from "./catalogue.ts";

/** What tools are needed for. */
export type ToolGroup = "bench" | "pulumi" | "istio" | "limits" | "gateways" | "all";

const groups: Readonly<Record<ToolGroup, readonly ToolName[]>> = {
  bench: [
    "kube-apiserver",
    "etcd",
    "kube-controller-manager",
    "kube-scheduler",
    "kubelet",
    "kube-proxy",
    "kubectl",
    "coredns",
  ],
  pulumi: ["pulumi", "pulumi-resource-tls", "pulumi-resource-kubernetes"],
  istio: ["pilot-discovery", "pilot-agent", "istioctl", "envoy"],
  limits: ["ratelimit"],
  gateways: ["envoy-gateway"],
  all: toolNames,
};

/** The tools of a purpose: the cluster, Pulumi with its providers, the mesh, what counts limits, other gateways, or everything. */
export function toolsFor(group: ToolGroup): readonly ToolName[] {
  return groups[group];
}

/** Whether a word names a group of tools. */
export function isToolGroup(word: string): word is ToolGroup {
  return Object.hasOwn(groups, word);
}
