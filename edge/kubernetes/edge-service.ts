import { workloadLabels, type Manifest } from "../../graph/index.ts";
import type { EdgeConfig } from "../../targets/envoy/index.ts";
import { edgeLabels, type EdgeWorkload } from "./edge-workload.ts";

/** The stable name of a site's proxies, on the gateway's ports. Clients' addresses are kept where the type allows it. */
export function edgeService(workload: EdgeWorkload, config: EdgeConfig): Manifest {
  const { name, namespace, serviceType = "ClusterIP" } = workload;
  const labels = edgeLabels(workload);
  const isSidecar = workload.placement === "sidecar";
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name, namespace, labels },
    spec: {
      type: serviceType,
      ...(serviceType === "ClusterIP" ? {} : { externalTrafficPolicy: "Local" }),
      selector: isSidecar ? podsOf(workload) : labels,
      ports: config.doors.map(({ name: door, port, listens, protocol }) => {
        // Another container of the pod may have a port of the same name.
        return { name: door, port, targetPort: isSidecar ? listens : door, protocol };
      }),
    },
  };
}

/** Of one version, where the service has several. */
function podsOf({ beside, version }: { readonly beside: string; readonly version?: string }) {
  return version === undefined ? { app: beside } : workloadLabels(beside, { name: version });
}
