import type { DestinationPolicy, HashKey } from "../../model/index.ts";
import { duration, type Fields } from "./fields.ts";

/**
 * Which endpoint gets the next request, and how long a new one is spared. A cluster that changes begins anew, with all
 * its endpoints; only what DNS adds joins those that are there.
 */
export function loadBalancing(
  { loadBalancing: { kind }, warmUp }: Pick<DestinationPolicy, "loadBalancing" | "warmUp">,
  hashTable: "ring" | "maglev" = "ring",
): Fields {
  const window = warmUp === undefined ? undefined : { slow_start_window: duration(warmUp) };
  switch (kind) {
    case "least-request":
      return {
        lb_policy: "LEAST_REQUEST",
        ...(window === undefined ? {} : { least_request_lb_config: { slow_start_config: window } }),
      };
    case "round-robin":
      return {
        lb_policy: "ROUND_ROBIN",
        ...(window === undefined ? {} : { round_robin_lb_config: { slow_start_config: window } }),
      };
    case "random":
      return { lb_policy: "RANDOM" };
    case "consistent-hash":
      return { lb_policy: hashTable === "maglev" ? "MAGLEV" : "RING_HASH" };
  }
}

/**
 * What a request is hashed by, for all clusters that it can go to. It stands at the route, because only there the
 * request is known.
 */
export function hashPolicy(policies: readonly Pick<DestinationPolicy, "loadBalancing">[]): Fields {
  const keys = policies.flatMap(({ loadBalancing }) => {
    return loadBalancing.kind === "consistent-hash" ? [hashKey(loadBalancing.key)] : [];
  });
  const different = new Map(keys.map((key) => [JSON.stringify(key), key]));
  return different.size === 0 ? {} : { hash_policy: [...different.values()] };
}

function hashKey(key: HashKey): Fields {
  switch (key.kind) {
    case "header":
      return { header: { header_name: key.name } };
    case "query-parameter":
      return { query_parameter: { name: key.name } };
    case "source-address":
      return { connection_properties: { source_ip: true } };
    case "cookie":
      return { cookie: { name: key.name, path: key.path, ttl: duration(key.ttl) } };
  }
}
