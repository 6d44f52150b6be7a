import type { Manifest } from "../../graph/index.ts";
import type { Gateway, Mesh } from "../../model/index.ts";
import { extension, typed, type Fields } from "../envoy/fields.ts";
import { loginConfig, loginHosts, type LoginHost } from "../envoy/login-config.ts";
import { loginSecret } from "../envoy/login-secret.ts";
import { envoyFilter } from "./envoy-filter.ts";
import type { EnvoyPatch } from "./envoy-patch.ts";
import { loginDelivery, loginsName } from "./login-files.ts";
import { tokenCluster } from "./token-cluster.ts";

/** Among patches of one proxy: after those of the platform (0 and less), before an author's own (100 and more). */
const priority = 10;

const filterName = "envoy.filters.http.oauth2";
const filterType = "envoy.extensions.filters.http.oauth2.v3.OAuth2";

/**
 * People log in at hosts of a gateway. Istio has no word for it, so that these are patches of the gateway's own
 * configuration: a filter before all others, which does nothing of itself, and what it does at each host that asks for
 * a login. A proxy that cannot read the secrets takes no such routes, and one that has none yet answers 503.
 */
export function loginFilters(
  gateway: Gateway,
  mesh: Pick<Mesh, "authentication">,
): readonly Manifest[] {
  const found = loginHosts(gateway, mesh);
  if (found.length === 0) return [];
  const byProvider = new Map(found.map((each) => [each.login.provider, each]));
  return [
    envoyFilter({
      name: loginsName(gateway),
      namespace: gateway.namespace,
      workload: { istio: gateway.name },
      priority,
      patches: [
        ...[...byProvider.values()].map(providerCluster),
        {
          context: "gateway",
          applyTo: "http-filter",
          patch: { operation: "insert-first", value: extension(filterName, filterType) },
        },
        ...found.map((each) => loginOfHost(each, gateway)),
      ],
    }),
  ];
}

function providerCluster(each: LoginHost): EnvoyPatch {
  const value = tokenCluster(each);
  return { context: "gateway", applyTo: "cluster", patch: { operation: "add", value } };
}

/** istiod calls a virtual host by its host and port; one with a login has a route of its own, so it is there alone. */
function loginOfHost(each: LoginHost, { ports }: Pick<Gateway, "ports">): EnvoyPatch {
  const { host } = each.host;
  const config: Fields = loginConfig(each, {
    publicPort: ports.https,
    secret: (key) => loginSecret(key, loginDelivery),
  });
  const value = {
    typed_per_filter_config: { [filterName]: typed(`${filterType}PerRoute`, { config }) },
  };
  return {
    context: "gateway",
    applyTo: "virtual-host",
    match: { virtualHost: `${host}:${String(ports.https)}` },
    patch: { operation: "merge", value },
  };
}
