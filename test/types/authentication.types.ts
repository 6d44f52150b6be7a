import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" } as const;
const provider = {
  issuer: "https://login.example",
  jwks: { uri: "https://login.example/keys" },
} as const;

/** Every way to require a token. */
export const tokens = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider, partners: provider } },
  services: {
    web: { requires: "login", calls: { cart: {} } },
    cart: { requires: ["login", "partners"] },
    list: { requires: { optional: "partners" } },
  },
  gateways: {
    edge: { hosts: { "shop.example": { service: "web", requires: { optional: ["login"] } } } },
  },
  access: {
    rules: {
      a: { action: "deny", services: ["cart"], when: { token: "login", claims: { role: ["a"] } } },
    },
  },
});

export const tokenOfUnknownProvider = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider } },
  // @ts-expect-error: there is no provider logn
  services: { web: { requires: "logn" } },
});

export const tokenWithoutProviders = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: the mesh has no provider at all
  services: { web: { requires: "login" } },
});

export const gatewayTokenOfUnknownProvider = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider } },
  services: { web: {} },
  // @ts-expect-error: there is no provider logn
  gateways: { edge: { hosts: { "shop.example": { service: "web", requires: ["logn"] } } } },
});

export const claimsWithoutToken = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider } },
  services: { web: { requires: "login" } },
  // @ts-expect-error: claims are those of a token
  access: { rules: { a: { action: "deny", services: ["web"], when: { claims: { a: ["b"] } } } } },
});

export const privateKey = defineMesh({
  name: "shop",
  trust,
  authentication: {
    providers: {
      login: {
        issuer: "https://login.example",
        // @ts-expect-error: the private half of a key has no place here
        jwks: { keys: [{ kty: "EC", crv: "P-256", x: "a", y: "b", d: "c" }] },
      },
    },
  },
  services: { web: {} },
});

const login = {
  clientId: "web",
  clientSecret: { secret: "login", key: "client" },
  cookieSecret: { secret: "login", key: "cookies" },
} as const;

export const loginOfUnknownProvider = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider } },
  services: { web: {} },
  gateways: {
    edge: {
      hosts: {
        "a.example": {
          service: "web",
          // @ts-expect-error: there is no provider logn
          login: { ...login, provider: "logn" },
        },
      },
    },
  },
});

export const secretItself = defineMesh({
  name: "shop",
  trust,
  authentication: { providers: { login: provider } },
  services: { web: {} },
  gateways: {
    edge: {
      hosts: {
        "a.example": {
          service: "web",
          // @ts-expect-error: a reference to a secret, never the secret itself
          login: { ...login, provider: "login", clientSecret: "text" },
        },
      },
    },
  },
});
