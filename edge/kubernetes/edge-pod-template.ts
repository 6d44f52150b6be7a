import type { Json } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { bootstrapAnnotation, edgeContainer } from "./edge-container.ts";
import { edgeVolumes } from "./edge-volumes.ts";
import { edgeLabels, type EdgeWorkload } from "./edge-workload.ts";

/**
 * What each proxy of a site is. Only another bootstrap makes another one, and so new pods; everything else reaches the
 * running ones. A pod goes five seconds after it was told to, when nobody sends it anything new.
 */
export function edgePodTemplate(
  workload: EdgeWorkload,
  config: EdgeConfig,
): { readonly [key: string]: Json } {
  const { volumes, mounts } = edgeVolumes(workload, config);
  return {
    metadata: {
      labels: edgeLabels(workload),
      annotations: bootstrapAnnotation(config),
    },
    spec: {
      serviceAccountName: workload.name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      terminationGracePeriodSeconds: 30,
      securityContext: { fsGroup: 65_532 },
      containers: [edgeContainer(workload, config, mounts)],
      volumes,
    },
  };
}
