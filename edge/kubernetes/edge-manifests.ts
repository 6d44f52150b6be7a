import type { Report } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { bootstrapConfigMap, liveConfigMap } from "./edge-config-maps.ts";
import { edgeDaemonSet } from "./edge-daemon-set.ts";
import { edgeDeployment } from "./edge-deployment.ts";
import { edgeService } from "./edge-service.ts";
import type { EdgeWorkload } from "./edge-workload.ts";

/** The objects of a site's proxies, in the order in which they are needed. */
export function edgeManifests(
  workload: EdgeWorkload,
  config: EdgeConfig,
  report: Report,
): readonly Manifest[] {
  const { name, namespace } = workload;
  const files = [bootstrapConfigMap(workload, config), liveConfigMap(workload, config, report)];
  // In the pods of a service they run under its account, and somebody else makes them.
  if (workload.placement === "sidecar") return [...files, edgeService(workload, config)];
  return [
    {
      apiVersion: "v1",
      kind: "ServiceAccount",
      metadata: { name, namespace },
      automountServiceAccountToken: false,
    },
    ...files,
    workload.placement === "every-node"
      ? edgeDaemonSet(workload, config)
      : edgeDeployment(workload, config),
    edgeService(workload, config),
  ];
}
