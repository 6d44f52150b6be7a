import type { Manifest } from "../../graph/index.ts";
import type { WorkloadService } from "../../model/index.ts";
import { localRateLimit, localRateLimitName } from "../envoy/local-rate-limit.ts";
import { envoyFilter } from "./envoy-filter.ts";

/** Among patches of one proxy: after those of the platform (0 and less), before an author's own (100 and more). */
const priority = 10;

/**
 * The limits of a service, in the sidecar of each of its instances. Istio has no word for them, so that this is a patch
 * of the proxy's own configuration: directly before the router, so that requests that are refused for another reason
 * do not count.
 */
export function rateLimitFilter({ name, namespace, limits }: WorkloadService): Manifest {
  return envoyFilter({
    name: `${name}-limits`,
    namespace,
    workload: { app: name },
    priority,
    patches: [
      {
        context: "sidecar-inbound",
        applyTo: "http-filter",
        match: { httpFilter: "envoy.filters.http.router" },
        patch: {
          operation: "insert-before",
          value: { name: localRateLimitName, typed_config: localRateLimit(limits) },
        },
      },
    ],
  });
}
