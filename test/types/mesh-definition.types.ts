import type { z } from "zod";
import { defineMesh, type MeshDefinition } from "../../model/index.ts";
import type { meshSchema } from "../../model/schema/mesh-schema.ts";
import type { EnvironmentDefinition } from "../../source/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

/** The same type read-only and without "or undefined", in which zod and the written type differ for no reason. */
type Plain<Type> = Type extends string | number | boolean | undefined
  ? Type
  : Type extends readonly (infer Item)[]
    ? readonly Plain<Item>[]
    : { readonly [Key in keyof Type]: Plain<Exclude<Type[Key], undefined>> };
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type SchemaInput = z.input<typeof meshSchema>;

/** The schema reads exactly what the type lets an author write. */
export const schemaIsType: Same<Plain<SchemaInput>, Plain<MeshDefinition>> = true;
export const sameKeys: Same<keyof SchemaInput, keyof MeshDefinition> = true;
export const sameServiceKeys: Same<
  keyof SchemaInput["services"][string],
  keyof MeshDefinition["services"][string]
> = true;

const trust = { domain: "shop.example" } as const;

/** Everything that is allowed, at once. */
export const right = defineMesh({
  name: "shop",
  trust,
  services: {
    web: { calls: { cart: { timeout: "1m30s" }, payments: { idempotent: false } } },
    cart: { versions: ["v1", "v2"] },
    orders: { versions: { a: { replicas: 2 }, b: {} } },
    payments: { external: "api.payments.example" },
  },
  routes: {
    cart: {
      split: { v1: 90, v2: 10 },
      retries: { attempts: 1, on: ["503", "reset"] },
      rules: [{ matches: [{ path: { prefix: "/beta" } }], split: { v2: 100 } }],
    },
    orders: { split: { a: 100 } },
    web: { timeout: "2s" },
  },
  gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
  access: { rules: { a: { action: "deny", services: ["cart"], from: [{ services: ["web"] }] } } },
});

export const unknownCallee = defineMesh({
  name: "shop",
  trust,
  services: {
    // @ts-expect-error: there is no service crat
    web: { calls: { crat: {} } },
    cart: {},
  },
});

export const unknownVersion = defineMesh({
  name: "shop",
  trust,
  services: { cart: { versions: ["v1", "v2"] } },
  // @ts-expect-error: cart has no version v3
  routes: { cart: { split: { v1: 50, v3: 50 } } },
});

export const unknownVersionOfMap = defineMesh({
  name: "shop",
  trust,
  services: { cart: { versions: { v1: {}, v2: {} } } },
  // @ts-expect-error: cart has no version v3
  routes: { cart: { split: { v1: 50, v3: 50 } } },
});

export const unknownVersionInRule = defineMesh({
  name: "shop",
  trust,
  services: { cart: { versions: ["v1", "v2"] } },
  // @ts-expect-error: cart has no version v3
  routes: { cart: { rules: [{ matches: [{ method: "GET" }], split: { v3: 100 } }] } },
});

export const splitOfUnversioned = defineMesh({
  name: "shop",
  trust,
  services: { cart: { port: 8080 } },
  // @ts-expect-error: cart has no versions
  routes: { cart: { split: { v1: 100 } } },
});

export const unknownGatewayService = defineMesh({
  name: "shop",
  trust,
  services: { web: {} },
  // @ts-expect-error: there is no service wbe
  gateways: { edge: { hosts: { "shop.example": { service: "wbe" } } } },
});

export const passthroughWithCertificate = defineMesh({
  name: "shop",
  trust,
  services: { vault: { port: 8200, protocol: "tls" } },
  gateways: {
    edge: {
      hosts: {
        // @ts-expect-error: what the service ends needs no certificate here
        "vault.example": { service: "vault", tls: { mode: "passthrough", secret: "cert" } },
      },
    },
  },
});

export const oldTls = defineMesh({
  name: "shop",
  trust,
  services: { web: {} },
  gateways: {
    // @ts-expect-error: TLS 1.1 is broken
    edge: { hosts: { "a.example": { service: "web", tls: { secret: "c", minVersion: "1.1" } } } },
  },
});

export const unknownTcpService = defineMesh({
  name: "shop",
  trust,
  services: { db: { protocol: "tcp" } },
  // @ts-expect-error: there is no service bd
  gateways: { edge: { tcp: { db: { port: 5432, service: "bd" } } } },
});

export const routeOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { cart: {} },
  // @ts-expect-error: there is no service crat
  routes: { crat: { timeout: "1s" } },
});

export const unknownKey = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: the key is called port
  services: { cart: { prot: 8080 } },
});

export const redirectAndSplit = defineMesh({
  name: "shop",
  trust,
  services: { cart: { versions: ["v1"] } },
  // @ts-expect-error: what is redirected is not split
  routes: { cart: { redirect: { path: "/x" }, split: { v1: 100 } } },
});

export const respondAndFault = defineMesh({
  name: "shop",
  trust,
  services: { cart: {} },
  // @ts-expect-error: what the proxy answers has no fault
  routes: { cart: { respond: { status: 404 }, fault: { delay: { time: "1s" } } } },
});

export const mirrorOfUnknownVersion = defineMesh({
  name: "shop",
  trust,
  services: { cart: { versions: ["v1"] } },
  // @ts-expect-error: cart has no version v2
  routes: { cart: { mirror: { version: "v2" } } },
});

export const mirrorOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { cart: {}, audit: {} },
  // @ts-expect-error: there is no service adit
  routes: { cart: { mirror: { service: "adit" } } },
});

export const bareDuration = defineMesh({
  name: "shop",
  trust,
  services: { cart: {} },
  // @ts-expect-error: a duration has a unit
  routes: { cart: { timeout: "2" } },
});

export const accessOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  // @ts-expect-error: there is no service crat
  access: { rules: { a: { action: "deny", services: ["crat"] } } },
});

export const accessFromUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  // @ts-expect-error: there is no service wbe
  access: { rules: { a: { action: "allow", services: ["cart"], from: [{ services: ["wbe"] }] } } },
});

export const unknownAction = defineMesh({
  name: "shop",
  trust,
  services: { cart: {} },
  // @ts-expect-error: nothing is called forbid
  access: { rules: { a: { action: "forbid", services: ["cart"] } } },
});

export const unknownVisibility = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: a namespace stands in a list
  services: { cart: { visibility: "shop" } },
});

export const unknownScope = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: proxies hear of declared calls, or of all
  services: { cart: { discovery: { scope: "calls" } } },
});

/** An environment changes parts, and removes them. */
export const environment: EnvironmentDefinition = {
  trust: { mtls: "permissive" },
  services: { cart: { replicas: 3, image: null } },
  rules: { "mtls/permissive": "off" },
};

export const renamed: EnvironmentDefinition = {
  // @ts-expect-error: the name is the same in every environment
  name: "other",
};
