import type { Limit, LimitUnit, WorkloadService } from "../../model/index.ts";
import type { AddressSource } from "./client-address.ts";
import type { CountedLimit } from "./counted-limit.ts";
import { typed, type Fields } from "./fields.ts";
import { clientKeys, limitActions } from "./limit-actions.ts";

const seconds = { second: 1, minute: 60, hour: 3600 } as const satisfies Record<LimitUnit, number>;

/** Different clients that are counted apart at the same time; who comes least often is forgotten first. */
const mostClients = 10_000;

/** Name of the filter. */
export const localRateLimitName = "envoy.filters.http.local_ratelimit";

type Counted = Pick<CountedLimit, "limit" | "places">;

/** The limits that each proxy counts for itself. */
export function localLimits({ limits }: Pick<WorkloadService, "limits">): readonly Limit[] {
  return limits.filter(({ scope }) => scope === "local");
}

/**
 * Settings of the filter that counts requests in the proxy itself and answers 429. Every limit has a bucket of its own,
 * found by its number, and one for each client where clients are counted apart. Without limits it does nothing.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter
 */
export function localRateLimit(
  limits: readonly Counted[],
  sources?: readonly AddressSource[],
): Fields {
  return typed("envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit", {
    stat_prefix: "local_rate_limit",
    ...(limits.length === 0 ? {} : settings(limits, sources)),
  });
}

/** The same for one virtual host, where Envoy wants a bucket for all requests as well: one that never runs dry. */
export function hostRateLimit(limits: readonly Counted[]): Fields {
  const endless = 4_294_967_295;
  return {
    ...localRateLimit(limits),
    token_bucket: { max_tokens: endless, tokens_per_fill: endless, fill_interval: "1s" },
  };
}

function settings(limits: readonly Counted[], sources?: readonly AddressSource[]): Fields {
  const always = { default_value: { numerator: 100, denominator: "HUNDRED" } };
  return {
    filter_enabled: always,
    filter_enforced: always,
    ...(limits.some(({ limit }) => limit.by !== undefined)
      ? { max_dynamic_descriptors: mostClients }
      : {}),
    descriptors: limits.map(({ limit }, index) => ({
      // An entry without a value has a bucket for each value that comes.
      entries: [
        { key: "limit", value: String(index) },
        ...clientKeys(limit).map((key) => ({ key })),
      ],
      token_bucket: {
        max_tokens: limit.requests,
        tokens_per_fill: limit.requests,
        fill_interval: `${String(seconds[limit.per])}s`,
      },
    })),
    rate_limits: limits.flatMap(({ limit, places }, index) => {
      const entry = { key: "limit", value: String(index) };
      return places
        .flatMap((place) => limitActions(limit, entry, sources, place))
        .map((actions) => ({ actions }));
    }),
  };
}
