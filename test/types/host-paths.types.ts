import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" } as const;

export const partOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  gateways: {
    edge: {
      hosts: {
        "a.example": { paths: { "/cart": "cart" } },
        // @ts-expect-error: there is no service crat
        "shop.example": { service: "web", paths: { "/cart": "cart", "/basket": "crat" } },
        "b.example": {
          paths: { "/cart": { service: "cart", rewrite: { path: { prefix: "/" } } } },
        },
        "c.example": {
          // @ts-expect-error: there is no service crat
          paths: { "/cart": { service: "crat", rewrite: { path: { prefix: "/" } } } },
        },
      },
    },
  },
});

export const partWithoutSlash = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  // @ts-expect-error: a path starts with /
  gateways: { edge: { hosts: { "shop.example": { service: "web", paths: { cart: "cart" } } } } },
});

export const partsOfPassthrough = defineMesh({
  name: "shop",
  trust,
  services: { vault: { port: 8200, protocol: "tls" }, cart: {} },
  gateways: {
    edge: {
      hosts: {
        // @ts-expect-error: the gateway sees no paths of what it passes through
        "vault.example": { paths: { "/cart": "cart" }, tls: { mode: "passthrough" } },
      },
    },
  },
});

export const hostThatLeadsNowhere = defineMesh({
  name: "shop",
  trust,
  services: { web: {} },
  // @ts-expect-error: a service, paths, or both
  gateways: { edge: { hosts: { "shop.example": { tls: { secret: "cert" } } } } },
});
