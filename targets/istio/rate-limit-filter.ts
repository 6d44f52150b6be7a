import { hostOf, type Manifest } from "../../graph/index.ts";
import {
  asksForCounts,
  countingService,
  type Mesh,
  type WorkloadService,
} from "../../model/index.ts";
import { addressesBesideService } from "../envoy/client-address.ts";
import { ownPlace } from "../envoy/counted-limit.ts";
import type { Fields } from "../envoy/fields.ts";
import { globalRateLimit, globalRateLimits } from "../envoy/global-rate-limit.ts";
import { localLimits, localRateLimit, localRateLimitName } from "../envoy/local-rate-limit.ts";
import { envoyFilter } from "./envoy-filter.ts";
import type { EnvoyPatch } from "./envoy-patch.ts";

/** Among patches of one proxy: after those of the platform (0 and less), before an author's own (100 and more). */
const priority = 10;

/**
 * The limits of a service, in the sidecar of each of its instances. Istio has no word for them, so that these are patches
 * of the proxy's own configuration: directly before the router, so that requests that are refused for another reason
 * do not count, and what one instance refuses on its own is not counted for all.
 */
export function rateLimitFilter(service: WorkloadService, mesh: Mesh): Manifest {
  const { name, namespace } = service;
  return envoyFilter({
    name: `${name}-limits`,
    namespace,
    workload: { app: name },
    priority,
    patches: [...localFilter(service, mesh), ...globalFilter(service, mesh)].map(beforeRouter),
  });
}

function localFilter(service: WorkloadService, mesh: Mesh): readonly Fields[] {
  const limits = localLimits(service);
  if (limits.length === 0) return [];
  const counted = limits.map((limit) => ({ limit, places: [ownPlace(limit)] }));
  const typed_config = localRateLimit(counted, addressesBesideService(mesh));
  return [{ name: localRateLimitName, typed_config }];
}

/** Asked over the cluster that istiod makes for every caller: with the identity of the one who asks. */
function globalFilter(service: WorkloadService, mesh: Mesh): readonly Fields[] {
  const counting = countingService(mesh);
  if (counting === undefined || !asksForCounts(mesh, service)) return [];
  const cluster = `outbound|${String(counting.port.number)}||${hostOf(counting.service)}`;
  const sources = addressesBesideService(mesh);
  return globalRateLimit(mesh, cluster, globalRateLimits(service, "instance", sources));
}

function beforeRouter(value: Fields): EnvoyPatch {
  return {
    context: "sidecar-inbound",
    applyTo: "http-filter",
    match: { httpFilter: "envoy.filters.http.router" },
    patch: { operation: "insert-before", value },
  };
}
