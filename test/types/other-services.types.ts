import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" };

export const otherServices = defineMesh({
  name: "shop",
  trust,
  services: { orders: { versions: ["v1"] }, next: { versions: { blue: {}, green: {} } }, web: {} },
  routes: {
    orders: {
      services: { orders: { v1: 80 }, next: 10, web: 10 },
      rules: [
        { matches: [{ path: "/v2" }], service: "next" },
        { matches: [{ path: "/v3" }], services: { next: { blue: 90, green: 10 } } },
      ],
    },
  },
});

export const unknownOtherService = defineMesh({
  name: "shop",
  trust,
  services: { orders: {}, next: {} },
  // @ts-expect-error: there is no service nxt
  routes: { orders: { rules: [{ matches: [{ path: "/v2" }], service: "nxt" }] } },
});

export const shareOfUnknownService = defineMesh({
  name: "shop",
  trust,
  services: { orders: {}, next: {} },
  // @ts-expect-error: there is no service nxt
  routes: { orders: { services: { orders: 90, nxt: 10 } } },
});

export const unknownVersionOfOtherService = defineMesh({
  name: "shop",
  trust,
  services: { orders: { versions: ["v1"] }, next: { versions: ["blue"] } },
  // @ts-expect-error: next has no version v1
  routes: { orders: { services: { next: { v1: 100 } } } },
});

export const versionsOfUnversionedOther = defineMesh({
  name: "shop",
  trust,
  services: { orders: { versions: ["v1"] }, next: {} },
  // @ts-expect-error: next has no versions
  routes: { orders: { services: { next: { v1: 100 } } } },
});

export const splitBesideOtherService = defineMesh({
  name: "shop",
  trust,
  services: { orders: { versions: ["v1"] }, next: {} },
  // @ts-expect-error: either its own versions or another service
  routes: { orders: { split: { v1: 100 }, service: "next" } },
});

export const connectionsToOtherService = defineMesh({
  name: "shop",
  trust,
  services: { db: { port: 5432, protocol: "tcp" }, next: {} },
  // @ts-expect-error: connections are not led elsewhere
  routes: { db: { service: "next" } },
});

export const answerToOtherService = defineMesh({
  name: "shop",
  trust,
  services: { orders: {}, next: {} },
  // @ts-expect-error: what the proxy answers goes to nobody
  routes: { orders: { respond: { status: 404 }, service: "next" } },
});
