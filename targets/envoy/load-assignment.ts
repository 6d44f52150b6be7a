import type { SiteEndpoint } from "./endpoints-of.ts";
import { socketAddress, type Fields } from "./fields.ts";

/** The endpoints of a cluster, those that come first before the others. Envoy wants ranks without gaps. */
export function loadAssignment(name: string, endpoints: readonly SiteEndpoint[]): Fields {
  const ranks = [...new Set(endpoints.map(({ priority }) => priority))].sort((a, b) => a - b);
  const groups = ranks.length === 0 ? [0] : ranks;
  return {
    cluster_name: name,
    endpoints: groups.map((priority, rank) => ({
      ...(rank === 0 ? {} : { priority: rank }),
      lb_endpoints: endpoints
        .filter((each) => each.priority === priority)
        .map(({ address, port, weight }) => ({
          endpoint: { address: socketAddress(address, port) },
          ...(weight === undefined ? {} : { load_balancing_weight: weight }),
        })),
    })),
  };
}
