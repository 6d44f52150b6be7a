import { hostOf } from "../../graph/index.ts";
import { countingService, type Limit, type Mesh, type WorkloadService } from "../../model/index.ts";
import { limitName, type CountingPlace } from "../rate-limit-service/limit-name.ts";
import type { AddressSource } from "./client-address.ts";
import type { CountedLimit } from "./counted-limit.ts";
import { duration, extension, typed, type Fields } from "./fields.ts";
import { limitActions } from "./limit-actions.ts";

/** Name of the filter. */
const globalRateLimitName = "envoy.filters.http.ratelimit";
const api = "envoy.extensions.filters.http.ratelimit.v3";

/**
 * The filter that asks a service whether a request is one too many, and answers 429 then. Answers say how much is left.
 * Nothing where the mesh does not say who counts.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/rate_limit_filter
 */
export function globalRateLimit(
  mesh: Pick<Mesh, "name" | "globalLimits" | "services">,
  cluster: string,
  rateLimits: readonly Fields[] = [],
): readonly Fields[] {
  const { globalLimits } = mesh;
  const counting = countingService(mesh)?.service;
  if (globalLimits === undefined || counting === undefined) return [];
  const refuse = globalLimits.uncounted === "refuse";
  return [
    extension(globalRateLimitName, `${api}.RateLimit`, {
      domain: mesh.name,
      timeout: duration(globalLimits.timeout),
      failure_mode_deny: refuse,
      ...(refuse ? { status_on_error: { code: "ServiceUnavailable" } } : {}),
      enable_x_ratelimit_headers: "DRAFT_VERSION_03",
      rate_limit_service: {
        transport_api_version: "V3",
        grpc_service: { envoy_grpc: { cluster_name: cluster, authority: hostOf(counting) } },
      },
      ...(rateLimits.length === 0 ? {} : { rate_limits: rateLimits }),
    }),
  ];
}

/** What a virtual host says to the filter. */
export function hostGlobalRateLimit(limits: readonly CountedLimit[]): Fields {
  const rate_limits = limits.flatMap(({ limit, service, places }) => {
    const entry = { key: "gateway", value: limitName(service, limit) } as const;
    return places
      .flatMap((place) => limitActions(limit, entry, undefined, place))
      .map((actions) => ({ actions }));
  });
  return { [globalRateLimitName]: typed(`${api}.RateLimitPerRoute`, { rate_limits }) };
}

/** What is said of each request for each limit that all instances count together. */
export function globalRateLimits(
  service: Pick<WorkloadService, "name" | "namespace" | "limits">,
  at: CountingPlace,
  sources?: readonly AddressSource[],
): readonly Fields[] {
  return globalOf(service).flatMap((limit) => {
    const entry = { key: at, value: limitName(service, limit) };
    return limitActions(limit, entry, sources).map((actions) => ({ actions }));
  });
}

function globalOf({ limits }: Pick<WorkloadService, "limits">): readonly Limit[] {
  return limits.filter(({ scope }) => scope === "global");
}
