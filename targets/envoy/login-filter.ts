import type { Gateway, GatewayHost, Mesh } from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, typed, type Fields, type Resource } from "./fields.ts";
import { loginConfig, loginHosts, tokenClusterName, type LoginHost } from "./login-config.ts";
import { loginSecret } from "./login-secret.ts";
import { serverAuthorities } from "./secret.ts";
import { dnsCluster, serverOfUrl, tlsToName } from "./server-cluster.ts";

interface LoginContext {
  readonly mesh: Pick<Mesh, "authentication">;
  readonly site: ResolvedSite;
  readonly delivery: Delivery;
}

interface LoginFilters {
  readonly filters: readonly Fields[];
  /** Where tokens are fetched. */
  readonly clusters: readonly Resource[];
}

/**
 * People log in before anything else reads their requests: a filter for each host with a login, off until its virtual
 * host turns it on.
 */
export function loginFilters(gateway: Pick<Gateway, "hosts">, context: LoginContext): LoginFilters {
  const found = loginHosts(gateway, context.mesh);
  return {
    filters: found.map((each) => loginFilter(each, context)),
    clusters: found.map((each) => tokenCluster(each, context)),
  };
}

/** What the virtual host of a host with a login says. */
export function loginOfHost({ host, login }: Pick<GatewayHost, "host" | "login">): Fields {
  if (login === undefined) return {};
  return { [filterName(host)]: typed("envoy.config.route.v3.FilterConfig", { config: {} }) };
}

function filterName(host: string): string {
  return `envoy.filters.http.oauth2/${host}`;
}

/** Over TLS, by a certificate for exactly the endpoint's name. */
function tokenCluster({ login, endpoints }: LoginHost, { site, delivery }: LoginContext): Resource {
  const server = serverOfUrl(endpoints.token);
  const secret = endpoints.tls?.secret;
  return {
    ...dnsCluster(tokenClusterName(login.provider), server),
    ...tlsToName(server.address, (names) => serverAuthorities(site, { secret, names }, delivery)),
  };
}

function loginFilter(each: LoginHost, { site, delivery }: LoginContext): Fields {
  const config = loginConfig(each, {
    publicPort: site.listen.publicHttps,
    secret: (key) => loginSecret(key, delivery),
  });
  const type = "envoy.extensions.filters.http.oauth2.v3.OAuth2";
  return { ...extension(filterName(each.host.host), type, { config }), disabled: true };
}
