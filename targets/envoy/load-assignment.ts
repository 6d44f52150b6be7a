import type { SiteEndpoint } from "./endpoints-of.ts";
import { socketAddress, type Fields } from "./fields.ts";
import { localityFields } from "./locality.ts";
import type { PlacedEndpoints } from "./place-endpoints.ts";

/** The endpoints of a cluster by rank and place, those that come first before the others. Envoy wants ranks without gaps. */
export function loadAssignment(name: string, { endpoints, shares }: PlacedEndpoints): Fields {
  const ranks = [...new Set(endpoints.map(({ priority }) => priority))].sort((a, b) => a - b);
  const groups = ranks.length === 0 ? [0] : ranks;
  return {
    cluster_name: name,
    endpoints: groups.flatMap((priority, rank) => {
      const own = endpoints.filter((each) => each.priority === priority);
      const places = [...new Set(own.map(({ locality = "" }) => locality))].sort();
      return (places.length === 0 ? [""] : places).map((place) => ({
        ...(place === "" ? {} : { locality: localityFields(place) }),
        ...(rank === 0 ? {} : { priority: rank }),
        lb_endpoints: own.filter(({ locality = "" }) => locality === place).map(lbEndpoint),
        ...(shares === undefined ? {} : { load_balancing_weight: shares.get(place) ?? 1 }),
      }));
    }),
  };
}

function lbEndpoint({ address, port, weight }: SiteEndpoint): Fields {
  return {
    endpoint: { address: socketAddress(address, port) },
    ...(weight === undefined ? {} : { load_balancing_weight: weight }),
  };
}
