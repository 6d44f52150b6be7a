import type {
  Gateway,
  GatewayHost,
  Mesh,
  TokenPlace,
  TokenProvider,
  TokenRequirement,
} from "../../model/index.ts";
import { extension, typed, type Fields } from "./fields.ts";
import { keyClusterName } from "./key-cluster.ts";

const filterName = "envoy.filters.http.jwt_authn";
const api = "envoy.extensions.filters.http.jwt_authn.v3";

/** Claims that are lists of words with spaces between them, as Istio reads them by default too. */
const wordLists = ["scope", "permission"];

/** Providers whose tokens a gateway checks at any of its hosts. */
export function providersOf(mesh: Mesh, gateway: Pick<Gateway, "hosts">): readonly TokenProvider[] {
  const named = gateway.hosts.flatMap(({ requires }) => requires?.providers ?? []);
  return [...new Set(named)].sort().flatMap((name) => mesh.authentication.providers[name] ?? []);
}

/**
 * Checks tokens before anything else reads the request. Which host needs whose is said by its virtual host; the other
 * hosts of the gateway need none, and still refuse a wrong one, as at a gateway of the mesh.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter
 */
export function tokenFilters(
  gateway: Pick<Gateway, "hosts">,
  providers: readonly TokenProvider[],
): readonly Fields[] {
  if (providers.length === 0) return [];
  const all = providers.map(({ name }) => name);
  const requirements = gateway.hosts.map((host): [string, Fields] => {
    const { providers: names, optional } = requirementOf(host, all);
    return [requirementName(host), requirement(names, optional)];
  });
  return [
    extension(filterName, `${api}.JwtAuthentication`, {
      providers: Object.fromEntries(providers.map((each) => [each.name, provider(each)])),
      requirement_map: Object.fromEntries(requirements.sort(([a], [b]) => (a < b ? -1 : 1))),
    }),
  ];
}

/** What a virtual host says to the filter, by its name. */
export function tokenConfig(requirement: string): Fields {
  return { [filterName]: typed(`${api}.PerRouteConfig`, { requirement_name: requirement }) };
}

/** What hosts without a requirement share. */
export const noRequirement = ":optional";

/** Name of what a host requires; hosts with the same share it. */
export function requirementName({ requires }: Pick<GatewayHost, "requires">): string {
  return requires === undefined || requires.optional ? noRequirement : requires.providers.join("+");
}

function requirementOf({ requires }: GatewayHost, all: readonly string[]): TokenRequirement {
  return requires === undefined || requires.optional
    ? { providers: all, optional: true }
    : requires;
}

function requirement(providers: readonly string[], optional: boolean): Fields {
  const alternatives: Fields[] = providers.map((name) => ({ provider_name: name }));
  if (optional) alternatives.push({ allow_missing: {} });
  const [only, ...others] = alternatives;
  return only !== undefined && others.length === 0
    ? only
    : { requires_any: { requirements: alternatives } };
}

function provider({
  name,
  issuer,
  audiences,
  jwks,
  from,
  forward,
  claimsToHeaders,
}: TokenProvider): Fields {
  return {
    issuer,
    ...(audiences.length === 0 ? {} : { audiences }),
    ...(jwks.kind === "inline"
      ? { local_jwks: { inline_string: JSON.stringify({ keys: jwks.keys }) } }
      : { remote_jwks: remoteKeys(name, jwks.uri) }),
    ...places(from),
    ...(forward ? { forward: true } : {}),
    ...(claimsToHeaders.length === 0
      ? {}
      : {
          claim_to_headers: claimsToHeaders.map(({ header, claim }) => {
            return { header_name: header, claim_name: claim };
          }),
        }),
    // Where rules of access find the claims.
    payload_in_metadata: name,
    normalize_payload_in_metadata: { space_delimited_claims: wordLists },
  };
}

/** Fetched when the proxy starts and then again and again, so that no request waits for them. */
function remoteKeys(name: string, uri: string): Fields {
  return {
    http_uri: { uri, cluster: keyClusterName(name), timeout: "5s" },
    cache_duration: "600s",
    async_fetch: {},
    retry_policy: { num_retries: 2 },
  };
}

function places(from: readonly TokenPlace[]): Fields {
  const headers = from.flatMap((each): Fields[] => {
    if (each.kind !== "header") return [];
    return [{ name: each.name, ...(each.prefix === "" ? {} : { value_prefix: each.prefix }) }];
  });
  const named = (kind: TokenPlace["kind"]): string[] =>
    from.filter((each) => each.kind === kind).map(({ name }) => name);
  const fields = {
    from_headers: headers,
    from_params: named("query"),
    from_cookies: named("cookie"),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, values]) => values.length > 0));
}
