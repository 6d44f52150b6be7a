import type {
  Gateway,
  GatewayHost,
  Login,
  LoginEndpoints,
  Mesh,
  PublicPath,
  SameSite,
} from "../../model/index.ts";
import type { Delivery } from "./delivery.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { duration, extension, typed, type Fields, type Resource } from "./fields.ts";
import { loginSecret } from "./login-secret.ts";
import { serverCluster } from "./server-cluster.ts";

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
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/oauth2_filter
 */
export function loginFilters(
  { hosts }: Pick<Gateway, "hosts">,
  context: LoginContext,
): LoginFilters {
  const found = hosts.flatMap((host) => {
    const { login } = host;
    const { providers } = context.mesh.authentication;
    const endpoints =
      login !== undefined && Object.hasOwn(providers, login.provider)
        ? providers[login.provider]?.login
        : undefined;
    return login === undefined || endpoints === undefined ? [] : [{ host, login, endpoints }];
  });
  return {
    filters: found.map((each) => loginFilter(each, context)),
    clusters: found.map(({ login, endpoints }) => tokenCluster(login, endpoints, context)),
  };
}

/** What the virtual host of a host with a login says. */
export function loginConfig({ host, login }: Pick<GatewayHost, "host" | "login">): Fields {
  if (login === undefined) return {};
  return { [filterName(host)]: typed("envoy.config.route.v3.FilterConfig", { config: {} }) };
}

function filterName(host: string): string {
  return `envoy.filters.http.oauth2/${host}`;
}

function tokenClusterName(provider: string): string {
  return `:login/${provider}`;
}

/** Over TLS, by a certificate for exactly the endpoint's name. */
function tokenCluster(
  { provider }: Login,
  { token }: LoginEndpoints,
  { site }: LoginContext,
): Resource {
  const { hostname: address, port } = new URL(token);
  const server = { address, port: port === "" ? 443 : Number(port), tls: {} };
  return serverCluster({ name: tokenClusterName(provider), server }, site);
}

function loginFilter(
  {
    host,
    login,
    endpoints,
  }: { readonly host: GatewayHost; readonly login: Login; readonly endpoints: LoginEndpoints },
  { site, delivery }: LoginContext,
): Fields {
  const { provider, clientId, clientSecret, cookieSecret, cookies, scopes } = login;
  const config: Fields = {
    token_endpoint: {
      uri: endpoints.token,
      cluster: tokenClusterName(provider),
      timeout: "5s",
    },
    authorization_endpoint: endpoints.authorization,
    ...(endpoints.endSession === undefined ? {} : { end_session_endpoint: endpoints.endSession }),
    redirect_uri: `https://${authority(host, site)}${literal(login.callbackPath)}`,
    redirect_path_matcher: { path: { exact: login.callbackPath } },
    signout_path: { path: { exact: login.signOutPath } },
    // A door behind this one that asks for the provider's token finds it where it looks.
    forward_bearer_token: host.requires?.providers.includes(provider) ?? false,
    ...(login.public.length === 0 ? {} : { pass_through_matcher: login.public.map(publicPath) }),
    auth_scopes: scopes,
    default_expires_in: duration(cookies.lifetime),
    credentials: {
      client_id: clientId,
      token_secret: loginSecret(clientSecret, delivery),
      hmac_secret: loginSecret(cookieSecret, delivery),
      ...(cookies.domain === undefined ? {} : { cookie_domain: cookies.domain }),
    },
    cookie_configs: cookieConfigs(cookies.sameSite),
  };
  const filter = extension(
    filterName(host.host),
    "envoy.extensions.filters.http.oauth2.v3.OAuth2",
    {
      config,
    },
  );
  return { ...filter, disabled: true };
}

/** The host as browsers know it. One of many is the one that the browser asked for. */
function authority({ host }: GatewayHost, { listen }: ResolvedSite): string {
  if (host.startsWith("*.")) return "%REQ(:authority)%";
  return listen.publicHttps === 443 ? host : `${host}:${String(listen.publicHttps)}`;
}

/** Envoy reads `%…%` as a command. */
function literal(path: string): string {
  return path.replaceAll("%", "%%");
}

/** A prefix ends at a `/`: what only begins alike needs a login. */
function publicPath({ kind, value }: PublicPath): Fields {
  const path = (kind === "exact" ? value : value.replace(/\/$/, "")).replaceAll(
    /[.*+?^${}()|[\]\\]/g,
    "\\$&",
  );
  const regex = kind === "exact" ? `${path}(\\?.*)?` : `${path}([/?].*)?`;
  return { name: ":path", string_match: { safe_regex: { regex } } };
}

/** What a browser brings back from the provider is a link of another site that it follows: `strict` would lose it. */
function cookieConfigs(sameSite: SameSite): Fields {
  const session = { same_site: sameSite.toUpperCase() };
  const flow = { same_site: sameSite === "strict" ? "LAX" : sameSite.toUpperCase() };
  return {
    bearer_token_cookie_config: session,
    oauth_hmac_cookie_config: session,
    oauth_expires_cookie_config: session,
    id_token_cookie_config: session,
    refresh_token_cookie_config: session,
    oauth_nonce_cookie_config: flow,
    code_verifier_cookie_config: flow,
  };
}
