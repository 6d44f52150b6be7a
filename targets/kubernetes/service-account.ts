import type { Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";

/** The identity of a service's workloads. Pods get no token for the Kubernetes API: nothing here grants rights on it. */
export function serviceAccount({ name, namespace }: WorkloadService): Manifest {
  return {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: { name, namespace },
    automountServiceAccountToken: false,
  };
}
