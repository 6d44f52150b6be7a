import type { WrongMesh } from "./base-mesh.ts";

const provider = { issuer: "https://login.example", jwks: { uri: "https://login.example/keys" } };
const endpoints = {
  authorization: "https://login.example/authorize",
  token: "https://login.example/token",
};
const authentication = { providers: { people: { ...provider, login: endpoints } } };
const login = {
  provider: "people",
  clientId: "web",
  clientSecret: { secret: "login", key: "client" },
  cookieSecret: { secret: "login", key: "cookies" },
};
const host = { service: "web", tls: { secret: "cert" }, login };

function withHost(changes: object, more: object = {}): object {
  const hosts = { "a.example": { ...host, ...changes } };
  return { authentication, gateways: { edge: { hosts } }, ...more };
}

const place = 'gateways.edge.hosts["a.example"].login';

/** What is wrong with people who log in. */
export const wrongLogins: readonly WrongMesh[] = [
  [
    "login of an unknown provider",
    withHost({ login: { ...login, provider: "peopel" } }),
    `HED2046 ${place}.provider`,
    /unknown provider "peopel"/,
    /"people"/,
  ],
  [
    "login at a provider without one",
    withHost({}, { authentication: { providers: { people: provider } } }),
    `HED2083 ${place}.provider`,
    /nobody can log in at "people"/,
    /authentication\.providers\.people\.login/,
  ],
  ["login without HTTPS", withHost({ tls: undefined }), `HED2082 ${place}`, /no HTTPS/],
  ["login beside plain HTTP", withHost({ http: "serve" }), `HED2082 ${place}`, /plain HTTP/],
  ["login without requests", withHost({ service: "db" }), `HED2082 ${place}`, /sees no requests/],
  [
    "cookies of another domain",
    withHost({ login: { ...login, cookies: { domain: "b.example" } } }),
    `HED2082 ${place}.cookies.domain`,
    /a\.example is not in b\.example/,
  ],
  [
    "sign out where logins end",
    withHost({ login: { ...login, callbackPath: "/x", signOutPath: "/x" } }),
    `HED2084 ${place}.signOutPath`,
    /callbackPath/,
  ],
  [
    "everything is public",
    withHost({ login: { ...login, public: ["/a", { prefix: "/" }] } }),
    `HED2084 ${place}.public[1]`,
    /covers \/oauth2\/callback/,
  ],
  [
    "a secret instead of its place",
    withHost({ login: { ...login, clientSecret: "hunter2" } }),
    `HED1008 ${place}.clientSecret`,
    /^(?!.*hunter2).*not shown/,
  ],
  [
    "a secret as the name of one",
    withHost({ login: { ...login, cookieSecret: { secret: "Hunter2!", key: "a" } } }),
    `HED1009 ${place}.cookieSecret.secret`,
    /^(?!.*unter2).*not shown/,
  ],
  [
    "an endpoint without TLS",
    // One fault, one finding: somebody asks for the login that it breaks.
    withHost(
      {},
      {
        authentication: {
          providers: {
            people: { ...provider, login: { ...endpoints, token: "http://login.example/token" } },
          },
        },
      },
    ),
    "HED1009 authentication.providers.people.login.token",
    /HTTPS/,
  ],
];
