import type { Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { edgePodTemplate } from "./edge-pod-template.ts";
import { edgeLabels, type EdgeWorkload } from "./edge-workload.ts";

/** The proxies of a site as replicas: new pods are ready before old ones go. */
export function edgeDeployment(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  const { name, namespace, replicas = 2 } = workload;
  const labels = edgeLabels(workload);
  return {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name, namespace, labels },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      strategy: { type: "RollingUpdate", rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      template: edgePodTemplate(workload, config),
    },
  };
}
