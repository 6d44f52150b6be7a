import {
  escapeExpression,
  type Gateway,
  type GatewayHost,
  type Login,
  type LoginEndpoints,
  type Mesh,
  type PublicPath,
  type SameSite,
  type SecretKey,
} from "../../model/index.ts";
import { duration, type Fields } from "./fields.ts";

/** A host where people log in, and where they do. */
export interface LoginHost {
  readonly host: GatewayHost;
  readonly login: Login;
  readonly endpoints: LoginEndpoints;
}

/** The hosts of a gateway where people log in. */
export function loginHosts(
  { hosts }: Pick<Gateway, "hosts">,
  { authentication: { providers } }: Pick<Mesh, "authentication">,
): readonly LoginHost[] {
  return hosts.flatMap((host) => {
    const { login } = host;
    const endpoints =
      login !== undefined && Object.hasOwn(providers, login.provider)
        ? providers[login.provider]?.login
        : undefined;
    return login === undefined || endpoints === undefined ? [] : [{ host, login, endpoints }];
  });
}

/** Name of the cluster where the tokens of a provider are fetched. */
export function tokenClusterName(provider: string): string {
  return `:login/${provider}`;
}

/** What differs between proxies with a control plane and without one. */
interface LoginPlace {
  /** The port of HTTPS as browsers see it. */
  readonly publicPort: number;
  /** Where the filter learns of a secret. */
  readonly secret: (key: SecretKey) => Fields;
}

/**
 * What the filter does at one host.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/oauth2_filter
 */
export function loginConfig(
  { host, login, endpoints }: LoginHost,
  { publicPort, secret }: LoginPlace,
): Fields {
  const { provider, clientId, clientSecret, cookieSecret, cookies, scopes } = login;
  const { token, authorization, endSession } = endpoints;
  return {
    token_endpoint: { uri: token, cluster: tokenClusterName(provider), timeout: "5s" },
    authorization_endpoint: authorization,
    // Envoy takes no configuration where a login without OpenID Connect has one.
    ...(endSession !== undefined && scopes.includes("openid")
      ? { end_session_endpoint: endSession }
      : {}),
    redirect_uri: `https://${authority(host, publicPort)}${literal(login.callbackPath)}`,
    redirect_path_matcher: { path: { exact: login.callbackPath } },
    signout_path: { path: { exact: login.signOutPath } },
    // A door behind this one that asks for the provider's token finds it where it looks.
    forward_bearer_token: host.requires?.providers.includes(provider) ?? false,
    ...(login.public.length === 0 ? {} : { pass_through_matcher: login.public.map(publicPath) }),
    auth_scopes: scopes,
    default_expires_in: duration(cookies.lifetime),
    credentials: {
      client_id: clientId,
      token_secret: secret(clientSecret),
      hmac_secret: secret(cookieSecret),
      ...(cookies.domain === undefined ? {} : { cookie_domain: cookies.domain }),
    },
    cookie_configs: cookieConfigs(cookies.sameSite),
  };
}

/** The host as browsers know it. One of many is the one that the browser asked for. */
function authority({ host }: GatewayHost, publicPort: number): string {
  if (host.startsWith("*.")) return "%REQ(:authority)%";
  return publicPort === 443 ? host : `${host}:${String(publicPort)}`;
}

/** Envoy reads `%…%` as a command. */
function literal(path: string): string {
  return path.replaceAll("%", "%%");
}

/** A prefix ends at a `/`: what only begins alike needs a login. */
function publicPath({ kind, value }: PublicPath): Fields {
  const path = escapeExpression(kind === "exact" ? value : value.replace(/\/$/, ""));
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
