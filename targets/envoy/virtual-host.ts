import { bufferConfig } from "./buffer-filter.ts";
import { countedLimits } from "./counted-limit.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";
import { hostGlobalRateLimit } from "./global-rate-limit.ts";
import { hostRateLimit, localRateLimitName } from "./local-rate-limit.ts";
import { httpRoutes } from "./http-route.ts";
import type { ServedRoute, ServedRules } from "./served-route.ts";
import { noRequirement } from "./token-filter.ts";

export interface HostRoutes extends Pick<ServedRoute, "name"> {
  /** One, or several where parts of the host are handed over. */
  readonly parts: readonly ServedRules[];
  readonly hosts: readonly string[];
  readonly requirement: string;
  /** What it says to filters, by their names. */
  readonly filters: Fields;
}

/** The routes of the hosts that lead to one service and require the same, or of one host, first match first. */
export function virtualHost(
  { name, parts, requirement, hosts, filters }: HostRoutes,
  site: ResolvedSite,
  publicPort: number,
): Resource {
  const limits = countedLimits(parts);
  const local = limits.filter(({ limit }) => limit.scope === "local");
  const global = limits.filter(({ limit }) => limit.scope === "global");
  const isShared = parts.some(({ part }) => part !== undefined);
  const [first] = parts;
  const config: Fields = {
    ...(local.length === 0 ? {} : { [localRateLimitName]: hostRateLimit(local) }),
    ...(global.length === 0 ? {} : hostGlobalRateLimit(global)),
    ...filters,
    ...(isShared || first === undefined ? {} : bufferConfig(first.service, site)),
  };
  return {
    name: requirement === noRequirement ? name : `${name}@${requirement}`,
    domains: [...hosts].sort(),
    // The upstream learns which try it sees, as with a sidecar.
    include_request_attempt_count: true,
    ...(Object.keys(config).length === 0 ? {} : { typed_per_filter_config: config }),
    routes: parts.flatMap(({ rules, service, others }) => {
      const filters = isShared ? bufferConfig(service, site) : {};
      return rules.flatMap((rule) => httpRoutes(rule, service, { publicPort, filters, others }));
    }),
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
