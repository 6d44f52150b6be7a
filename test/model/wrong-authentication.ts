import { base, withService, type WrongMesh } from "./base-mesh.ts";
import { ecKey, rsaKey } from "./public-keys.ts";

const login = { issuer: "https://login.example", jwks: { keys: [rsaKey] } };
const authentication = { providers: { login } };

function withKeys(...keys: readonly object[]): object {
  return { authentication: { providers: { login: { ...login, jwks: { keys } } } } };
}

/** What is wrong with tokens of end users. */
export const wrongAuthentication: readonly WrongMesh[] = [
  [
    "private half of an RSA key",
    withKeys({ ...rsaKey, d: "c2VjcmV0" }),
    "HED1040 authentication.providers.login.jwks.keys[0].d",
    /private member "d" of a key \(not shown\)/,
    /new key at the issuer/,
  ],
  [
    "private half of an EC key",
    withKeys(rsaKey, { ...ecKey, d: "c2VjcmV0" }),
    "HED1040 authentication.providers.login.jwks.keys[1].d",
    /^(?!.*c2VjcmV0)/,
  ],
  [
    "shared secret",
    withKeys({ kty: "oct", k: "c2VjcmV0" }),
    "HED1008 authentication.providers.login.jwks.keys[0].kty",
    /^(?!.*c2VjcmV0).*never a shared secret/,
  ],
  [
    "numbers that are no key",
    withKeys({ ...ecKey, x: ecKey.y }),
    "HED1009 authentication.providers.login.jwks.keys[0]",
    /belong together/,
  ],
  [
    "keys as text",
    { authentication: { providers: { login: { ...login, jwks: '{"d":"c2VjcmV0"}' } } } },
    "HED1008 authentication.providers.login.jwks",
    /^got a string \(not shown\)/,
  ],
  [
    "keys in plaintext",
    {
      authentication: {
        providers: { login: { ...login, jwks: { uri: "http://a.example/keys" } } },
      },
    },
    "HED1009 authentication.providers.login.jwks.uri",
    /starts with https/,
  ],
  [
    "claim into the header of the token",
    { authentication: { providers: { login: { ...login, claimsToHeaders: { Host: "sub" } } } } },
    "HED1009 authentication.providers.login.claimsToHeaders.Host",
    /header of your own/,
  ],
  [
    "two providers of one issuer",
    { authentication: { providers: { login, other: login } } },
    "HED2049 authentication.providers.other.issuer",
    /already the provider "login"/,
  ],
  [
    "unknown provider at a service",
    { authentication, ...withService("x", { requires: "logn" }) },
    "HED2046 services.x.requires",
    /unknown provider "logn"; the mesh has: login/,
    /"login"/,
  ],
  [
    "unknown provider at a gateway",
    {
      gateways: {
        edge: { hosts: { "a.example": { service: "web", requires: { optional: ["login"] } } } },
      },
    },
    'HED2046 gateways.edge.hosts["a.example"].requires',
    /the mesh has: none/,
  ],
  [
    "unknown provider in a rule",
    { access: { rules: { a: { action: "deny", services: ["cart"], when: { token: "login" } } } } },
    "HED2046 access.rules.a.when.token",
    /unknown provider/,
  ],
  [
    "token on tcp",
    { authentication, ...withService("x", { port: 1, protocol: "tcp", requires: "login" }) },
    "HED2009 services.x.requires",
    /1 \(tcp\)/,
  ],
  [
    "token without a proxy",
    { authentication, ...withService("x", { inMesh: false, requires: "login" }) },
    "HED2042 services.x.requires",
    /no proxy/,
  ],
  [
    "token at an external service",
    { authentication, ...withService("x", { external: "x.example", requires: "login" }) },
    "HED2004 services.x.requires",
    /external/,
  ],
  [
    "claims without a token",
    {
      authentication,
      access: {
        rules: { a: { action: "deny", services: ["cart"], when: { claims: { role: ["a"] } } } },
      },
    },
    "HED1009 access.rules.a.when.token",
    /claims without a token/,
  ],
  [
    "claims where no token is checked",
    {
      authentication,
      access: {
        rules: {
          a: { action: "deny", services: ["cart"], when: { token: "login", claims: { a: ["b"] } } },
        },
      },
    },
    "HED2047 access.rules.a.when.token",
    /nobody checks at services\.cart/,
    /requires: login to services\.cart/,
  ],
  [
    "claims at a gateway that checks no token",
    {
      authentication,
      gateways: { edge: { hosts: { "a.example": { service: "web" } } } },
      access: { rules: { a: { action: "deny", gateways: ["edge"], when: { token: "login" } } } },
    },
    "HED2047 access.rules.a.when.token",
    /nobody checks at gateways\.edge/,
  ],
  [
    "token that the gateway keeps",
    {
      authentication,
      services: { ...base.services, web: { requires: "login" } },
      gateways: { edge: { hosts: { "a.example": { service: "web", requires: "login" } } } },
    },
    'HED2048 gateways.edge.hosts["a.example"]',
    /takes it away, and services\.web\.requires needs it/,
    /forward to true/,
  ],
];
