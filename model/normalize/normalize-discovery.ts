import type { Discovery } from "../discovery.ts";
import type { DiscoveryInput } from "../schema/discovery-schema.ts";

/**
 * What the proxies of a service hear of: its own words over its mesh's, field by field. Where only declared calls are
 * heard of, what is not declared is refused rather than sent on without mTLS, routes and limits.
 */
export function normalizeDiscovery(own: DiscoveryInput = {}, mesh: DiscoveryInput = {}): Discovery {
  const scope = own.scope ?? mesh.scope ?? "all";
  const unknownHosts =
    own.unknownHosts ?? mesh.unknownHosts ?? (scope === "all" ? undefined : "refuse");
  return {
    scope,
    also: [...new Set([...(mesh.also ?? []), ...(own.also ?? [])])].sort(),
    ...(unknownHosts === undefined ? {} : { unknownHosts }),
  };
}
