import type { RouteNode } from "../../graph/index.ts";
import { hasGlobalLimits, type WorkloadService } from "../../model/index.ts";
import type { Fields, Resource } from "./fields.ts";
import { hostGlobalRateLimit } from "./global-rate-limit.ts";
import { hostRateLimit, localLimits, localRateLimitName } from "./local-rate-limit.ts";
import { httpRoutes } from "./http-route.ts";
import { noRequirement } from "./token-filter.ts";

export interface HostRoutes extends Pick<RouteNode, "rules" | "hosts"> {
  readonly requirement: string;
  /** What it says to filters, by their names. */
  readonly filters: Fields;
}

/** The routes of the hosts that lead to one service and require the same, first match first. */
export function virtualHost(
  { rules, requirement, hosts, filters }: HostRoutes,
  service: WorkloadService,
  publicPort: number,
): Resource {
  const limits = localLimits(service);
  const config: Fields = {
    ...(limits.length === 0 ? {} : { [localRateLimitName]: hostRateLimit(limits) }),
    ...(hasGlobalLimits(service) ? hostGlobalRateLimit(service) : {}),
    ...filters,
  };
  return {
    name: requirement === noRequirement ? service.name : `${service.name}@${requirement}`,
    domains: [...hosts].sort(),
    // The upstream learns which try it sees, as with a sidecar.
    include_request_attempt_count: true,
    ...(Object.keys(config).length === 0 ? {} : { typed_per_filter_config: config }),
    routes: rules.flatMap((rule) => httpRoutes(rule, service, publicPort)),
  };
}

/** Sends plain HTTP to HTTPS on the same host, with the status code that gateways of the mesh use too. */
export function redirectHost(hosts: readonly string[], publicPort: number): Resource {
  const redirect: Fields = {
    https_redirect: true,
    ...(publicPort === 443 ? {} : { port_redirect: publicPort }),
  };
  return {
    name: ":https-redirect",
    domains: [...hosts].sort(),
    routes: [{ name: "https-redirect", match: { prefix: "/" }, redirect }],
  };
}

/**
 * Answers 421 to hosts that this certificate does not serve: a browser that took over a connection for another host
 * opens a new one then, and nobody gets past a host's own TLS settings with a false Host header.
 */
export const misdirectedHost: Resource = {
  name: ":misdirected",
  domains: ["*"],
  routes: [{ name: "misdirected", match: { prefix: "/" }, direct_response: { status: 421 } }],
};
