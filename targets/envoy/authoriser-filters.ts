import type { Report } from "../../diagnostics/index.ts";
import type { AccessPolicy } from "../../graph/index.ts";
import { policiesOf, type Place } from "./access-filters.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { duration, extension, type Fields, type Resource } from "./fields.ts";
import { grpcService } from "./grpc-service.ts";
import { authorityOf, serverCluster } from "./server-cluster.ts";
import type { Authoriser } from "./site/filter-schema.ts";

/** Name of the cluster of an authoriser. */
function clusterOf(name: string): string {
  return `:authoriser/${name}`;
}

/**
 * Asks the authorisers that rules of the gateway name, each about the requests that its rules fit: a filter that marks
 * those, then one that asks about what is marked. A rule whose authoriser the site does not know is an error (HED3003);
 * a site without any is a loss, which the target reports.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/ext_authz_filter
 */
export function authoriserFilters(
  policies: readonly AccessPolicy[],
  place: Place,
  report: Report,
): readonly Fields[] {
  const { site } = place;
  if (Object.keys(site.authorisers).length === 0) return [];
  const asking = policies.filter(
    ({ action, door }) =>
      action === "custom" && door.kind === "gateway" && door.name === site.gateway,
  );
  const byProvider = Map.groupBy(asking, ({ provider = "" }) => provider);
  return [...byProvider]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, own]) => {
      const authoriser = Object.hasOwn(site.authorisers, name) ? site.authorisers[name] : undefined;
      if (authoriser === undefined) {
        unknown(name, own, site, report);
        return [];
      }
      return [marking(name, policiesOf(own, place)), asked(name, authoriser)];
    });
}

/** How the proxy reaches the authorisers of a site. */
export function authoriserClusters(site: ResolvedSite): readonly Resource[] {
  return Object.entries(site.authorisers).map(([name, each]) => {
    return "grpc" in each
      ? serverCluster({ name: clusterOf(name), server: each.grpc, protocol: "grpc" }, site)
      : serverCluster({ name: clusterOf(name), server: each.http }, site);
  });
}

/** Headers that services believe because an authoriser sets them: no client may. */
export function authoriserHeaders({
  authorisers,
}: Pick<ResolvedSite, "authorisers">): readonly string[] {
  const own = Object.values(authorisers).flatMap((each) => {
    if ("grpc" in each) return [];
    return each.toService.filter((name) => !each.requestHeaders.includes(name));
  });
  return [...new Set(own)].sort();
}

function unknown(
  name: string,
  [rule]: readonly AccessPolicy[],
  { name: site, authorisers }: ResolvedSite,
  report: Report,
): void {
  report.add({
    code: "HED3003",
    severity: "error",
    path: ["sites", site, "authorisers"],
    message: `the rule "${String(rule?.path.at(-1))}" asks "${name}", which the site does not know; it knows ${Object.keys(authorisers).sort().join(", ")}`,
    fix: `add "${name}" to the authorisers of the site`,
  });
}

const markedBy = (name: string): string => `ask_${name}_`;

function marking(name: string, policies: Fields): Fields {
  return extension(
    `envoy.filters.http.rbac.ask.${name}`,
    "envoy.extensions.filters.http.rbac.v3.RBAC",
    {
      shadow_rules: { action: "DENY", policies },
      shadow_rules_stat_prefix: markedBy(name),
    },
  );
}

function asked(name: string, authoriser: Authoriser): Fields {
  const { onFailure, statusOnFailure, bodyBytes } = authoriser;
  return extension(
    `envoy.filters.http.ext_authz.${name}`,
    "envoy.extensions.filters.http.ext_authz.v3.ExtAuthz",
    {
      stat_prefix: name,
      transport_api_version: "V3",
      filter_enabled_metadata: {
        filter: "envoy.filters.http.rbac",
        path: [{ key: `${markedBy(name)}shadow_effective_policy_id` }],
        value: { present_match: true },
      },
      failure_mode_allow: onFailure === "pass",
      status_on_error: { code: statusOnFailure },
      ...(bodyBytes === undefined ? {} : { with_request_body: { max_request_bytes: bodyBytes } }),
      ...service(name, authoriser),
    },
  );
}

function service(name: string, authoriser: Authoriser): Fields {
  const cluster = clusterOf(name);
  const timeout = duration(authoriser.timeout);
  if ("grpc" in authoriser) return grpcService(cluster, authoriser.grpc, timeout);
  const { http, pathPrefix, requestHeaders, toService, toClient } = authoriser;
  const scheme = http.tls === undefined ? "http" : "https";
  const response = {
    ...headerList("allowed_upstream_headers", toService),
    ...headerList("allowed_client_headers", toClient),
  };
  return {
    ...headerList("allowed_headers", requestHeaders),
    http_service: {
      server_uri: { uri: `${scheme}://${authorityOf(http)}`, cluster, timeout },
      ...(pathPrefix === undefined ? {} : { path_prefix: pathPrefix }),
      ...(Object.keys(response).length === 0 ? {} : { authorization_response: response }),
    },
  };
}

function headerList(field: string, names: readonly string[]): Fields {
  if (names.length === 0) return {};
  return { [field]: { patterns: names.map((exact) => ({ exact, ignore_case: true })) } };
}
