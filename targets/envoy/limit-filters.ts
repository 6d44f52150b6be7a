import {
  countingService,
  hasGlobalLimits,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";
import type { ClusterContext } from "./cluster.ts";
import { connectionCluster, connectionClusterName } from "./connection-cluster.ts";
import type { Fields, Resource } from "./fields.ts";
import { globalRateLimit } from "./global-rate-limit.ts";
import { localLimits, localRateLimit, localRateLimitName } from "./local-rate-limit.ts";

interface LimitFilters {
  readonly filters: readonly Fields[];
  /** Where the service that counts for all proxies is. */
  readonly clusters: readonly Resource[];
}

/**
 * What keeps the limits of the services behind a gateway; the virtual host of each says which they are. What a proxy
 * refuses on its own is not counted for all.
 */
export function limitFilters(
  services: readonly WorkloadService[],
  context: ClusterContext & { readonly mesh: Mesh },
): LimitFilters {
  const local = services.some((each) => localLimits(each).length > 0)
    ? [{ name: localRateLimitName, typed_config: localRateLimit([]) }]
    : [];
  const counting = services.some(hasGlobalLimits) ? countingService(context.mesh) : undefined;
  if (counting === undefined) return { filters: local, clusters: [] };
  const { service, port } = counting;
  const ports = service.ports.filter(({ number }) => number === port.number);
  return {
    filters: [
      ...local,
      ...globalRateLimit(context.mesh, connectionClusterName(service, port.number)),
    ],
    clusters: [connectionCluster({ ...service, ports }, context)],
  };
}
