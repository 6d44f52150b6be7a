import fc from "fast-check";
import type {
  AuthenticationDefinition,
  GatewayHostDefinition,
  LoginDefinition,
  TokenRequirementDefinition,
} from "../../model/index.ts";
import { ecKey, rsaKey } from "./public-keys.ts";

const endpoints = fc.record(
  {
    authorization: fc.constant("https://login.example/authorize"),
    token: fc.constantFrom("https://192.0.2.1:8443/token", "https://login.example/token"),
    endSession: fc.constant("https://login.example/leave"),
    tls: fc.constantFrom({ secret: "people-ca" }, { secret: "login" }),
  },
  { requiredKeys: ["authorization", "token"] },
);

/** People log in, in every way. */
export const login: fc.Arbitrary<LoginDefinition> = fc.record(
  {
    provider: fc.constant("login"),
    clientId: fc.constantFrom("shop", "a b/%"),
    clientSecret: fc.constant({ secret: "login", key: "client" }),
    cookieSecret: fc.constantFrom({ secret: "login", key: "cookies" }, { secret: "x.y", key: "_" }),
    callbackPath: fc.constantFrom("/back", "/a%b"),
    signOutPath: fc.constant("/leave"),
    scopes: fc.subarray(["openid", "email", "a:b/c"], { minLength: 1 }),
    cookies: fc.constantFrom(
      { sameSite: "strict" as const },
      { domain: "example", lifetime: "1m30s" as const },
    ),
    public: fc.subarray<string | { prefix: string }>(["/a.b", { prefix: "/assets/" }]),
  },
  { requiredKeys: ["provider", "clientId", "clientSecret", "cookieSecret"] },
);

/** Two providers of tokens, everything that is optional at random. */
export const authentication: fc.Arbitrary<AuthenticationDefinition> = fc
  .record({
    jwks: fc.constantFrom(
      { uri: "https://login.example/keys" },
      { uri: "https://192.0.2.1:8443/keys" },
      { keys: [rsaKey, ecKey] },
    ),
    endpoints,
    more: fc.record(
      {
        audiences: fc.subarray(["shop", "admin"], { minLength: 1 }),
        from: fc.subarray(
          [{ header: "Authorization" }, { query: "token" }, { cookie: "session" }],
          { minLength: 1 },
        ),
        claimsToHeaders: fc.constant({ "X-User": "sub", "x-role": "role" }),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ jwks, endpoints: said, more }) => ({
    providers: {
      login: { issuer: "https://login.example/", jwks, forward: true, login: said, ...more },
      partners: { issuer: "partners", jwks: { keys: [ecKey] }, forward: true },
    },
  }));

/** Tokens of one provider, of any of both, or of none at all. */
export const requirement: fc.Arbitrary<TokenRequirementDefinition> = fc.constantFrom(
  "login",
  ["partners", "login"],
  { optional: "login" },
  { optional: ["login", "partners"] },
);

type Hosts = Readonly<Record<string, GatewayHostDefinition>>;

/** Plain hosts require a token where the gateway sees nothing but requests. */
export function withTokens(
  hosts: Hosts,
  isMixed: boolean,
  requires: TokenRequirementDefinition,
): Hosts {
  if (isMixed || Object.values(hosts).some(({ tls }) => tls !== undefined)) return hosts;
  return Object.fromEntries(
    Object.entries(hosts).map(([host, each]) => [host, { ...each, requires }]),
  );
}
