import type {
  Authentication,
  ClaimHeader,
  TokenPlace,
  TokenProvider,
  TokenRequirement,
} from "../authentication.ts";
import type {
  AuthenticationInput,
  TokenPlaceInput,
  TokenProviderInput,
  TokenRequirementInput,
} from "../schema/authentication-schema.ts";
import type { LoginEndpoints } from "../login.ts";
import type { LoginEndpointsInput } from "../schema/login-schema.ts";
import { sortedEntries, sortedMap } from "./sorted.ts";

/** The place of a token where nobody says another one. An address is none: proxies and servers write it into logs. */
const usualPlace: TokenPlace = { kind: "header", name: "authorization", prefix: "Bearer " };

/** Brings providers into one form. */
export function normalizeAuthentication(input: AuthenticationInput | undefined): Authentication {
  return { providers: sortedMap(input?.providers, (each, name) => normalizeProvider(name, each)) };
}

function normalizeProvider(name: string, input: TokenProviderInput): TokenProvider {
  const { issuer, jwks, audiences, from, forward, claimsToHeaders, login } = input;
  return {
    name,
    issuer,
    jwks:
      "uri" in jwks
        ? { kind: "remote", uri: jwks.uri }
        : { kind: "inline", keys: jwks.keys.map(normalizeKey) },
    audiences: [...new Set(audiences)].sort(),
    from: from === undefined ? [usualPlace] : from.map(normalizePlace),
    forward: forward ?? false,
    claimsToHeaders: sortedEntries(claimsToHeaders).map(([header, claim]): ClaimHeader => {
      return { header: header.toLowerCase(), claim };
    }),
    ...(login === undefined ? {} : { login: normalizeEndpoints(login) }),
  };
}

function normalizeEndpoints({
  authorization,
  token,
  endSession,
  tls,
}: LoginEndpointsInput): LoginEndpoints {
  return {
    authorization,
    token,
    ...(endSession === undefined ? {} : { endSession }),
    ...(tls === undefined ? {} : { tls }),
  };
}

function normalizeKey(key: Extract<TokenProviderInput["jwks"], { keys: unknown }>["keys"][number]) {
  const said = sortedEntries<string | boolean | readonly string[] | undefined>(key).flatMap(
    ([name, value]) => (value === undefined ? [] : [[name, value] as const]),
  );
  return Object.fromEntries(said);
}

function normalizePlace(input: TokenPlaceInput): TokenPlace {
  if ("query" in input) return { kind: "query", name: input.query };
  if ("cookie" in input) return { kind: "cookie", name: input.cookie };
  const name = input.header.toLowerCase();
  const usual = name === usualPlace.name ? "Bearer " : "";
  return { kind: "header", name, prefix: input.prefix ?? usual };
}

/** One form of what a door needs. */
export function normalizeRequirement(input: TokenRequirementInput): TokenRequirement {
  const optional = typeof input === "object" && "optional" in input;
  const names = optional ? input.optional : input;
  const providers = typeof names === "string" ? [names] : [...new Set(names)].sort();
  return { providers, optional };
}
