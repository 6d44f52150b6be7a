import type { WorkloadService } from "../../model/index.ts";
import { cluster, clusterName, type ClusterContext } from "./cluster.ts";
import type { Resource } from "./fields.ts";

/** Name of the cluster of one port that takes bytes, apart from the one for requests: `shop/db:5432`. */
export function connectionClusterName(
  service: Pick<WorkloadService, "name" | "namespace">,
  port: number | undefined,
  version?: string,
): string {
  return `${clusterName(service, version)}:${String(port ?? 0)}`;
}

/** How the proxy reaches a service, whose only port here takes bytes. */
export function connectionCluster(
  service: WorkloadService,
  context: ClusterContext,
  version?: string,
): Resource {
  const name = connectionClusterName(service, service.ports[0]?.number, version);
  const { load_assignment, ...rest } = cluster(service, context, version);
  return {
    ...rest,
    name,
    load_assignment: { ...(load_assignment as object), cluster_name: name },
  };
}
