import type { Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { edgePodTemplate } from "./edge-pod-template.ts";
import { edgeLabels, type EdgeWorkload } from "./edge-workload.ts";

/**
 * The proxies of a site as one on each node. A new pod is ready before the old one of its node goes, unless both want
 * the node's own ports: then there is a short gap, on one node at a time.
 */
export function edgeDaemonSet(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  const { name, namespace, hostPorts = false } = workload;
  const labels = edgeLabels(workload);
  const rollingUpdate = hostPorts
    ? { maxSurge: 0, maxUnavailable: 1 }
    : { maxSurge: 1, maxUnavailable: 0 };
  return {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name, namespace, labels },
    spec: {
      selector: { matchLabels: labels },
      updateStrategy: { type: "RollingUpdate", rollingUpdate },
      template: edgePodTemplate(workload, config),
    },
  };
}
