import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" } as const;

export const retriesOnTcp = defineMesh({
  name: "shop",
  trust,
  services: { db: { port: 5432, protocol: "tcp" } },
  // @ts-expect-error: there are no requests to try again
  routes: { db: { retries: { attempts: 1 } } },
});

export const timeoutOnTcpPorts = defineMesh({
  name: "shop",
  trust,
  services: { db: { ports: { sql: { number: 5432, protocol: "tcp" } } } },
  // @ts-expect-error: there are no requests that could take too long
  routes: { db: { timeout: "1s" } },
});

export const callRetriesOnTcp = defineMesh({
  name: "shop",
  trust,
  services: {
    // @ts-expect-error: there are no requests to try again
    web: { calls: { db: { retries: { attempts: 1 } } } },
    db: { port: 5432, protocol: "tcp" },
  },
});

export const callOnTcp = defineMesh({
  name: "shop",
  trust,
  services: { web: { calls: { db: { idempotent: true } } }, db: { port: 5432, protocol: "tcp" } },
});

export const budgetOnTcp = defineMesh({
  name: "shop",
  trust,
  services: {
    // @ts-expect-error: there are no requests to try again
    db: { port: 5432, protocol: "tcp", policy: { retryBudget: { percent: 10 } } },
  },
});

export const budgetOfVersionOnTcp = defineMesh({
  name: "shop",
  trust,
  services: {
    db: {
      port: 5432,
      protocol: "tcp",
      // @ts-expect-error: there are no requests to try again
      versions: { v1: { policy: { retryBudget: { percent: 10 } } } },
    },
  },
});

export const versionsOnTcp = defineMesh({
  name: "shop",
  trust,
  services: {
    db: {
      port: 5432,
      protocol: "tcp",
      versions: { v1: { image: "db:1" }, v2: { policy: { connections: { maxConnections: 9 } } } },
    },
    log: { port: 514, protocol: "tcp", versions: ["v1", "v2"] },
  },
  routes: { db: { split: { v1: 90, v2: 10 } }, log: { split: { v1: 100 } } },
});

export const limitOfTcp = defineMesh({
  name: "shop",
  trust,
  services: {
    // @ts-expect-error: there are no requests to count
    db: { port: 5432, protocol: "tcp", limits: [{ requests: 10, per: "second" }] },
  },
});

export const failoverWithout = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: failover needs outlier detection
  services: { cart: { policy: { locality: { failover: { eu: "us" } } } } },
});

export const failoverWithoutOutliers = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: failover needs outlier detection
  services: { cart: { policy: { locality: { failover: {} }, outlierDetection: "off" } } },
});

export const failover = defineMesh({
  name: "shop",
  trust,
  services: {
    cart: {
      policy: { locality: { failover: { eu: "us" } }, outlierDetection: { interval: "1s" } },
      versions: { v1: { policy: { loadBalancing: { consistentHash: { cookie: "session" } } } } },
    },
  },
});

export const globalLimits = defineMesh({
  name: "shop",
  trust,
  globalLimits: { service: "ratelimit" },
  services: {
    web: { limits: [{ requests: 10, per: "second", scope: "global" }] },
    ratelimit: { ports: { grpc: { number: 8081, protocol: "grpc" } } },
  },
});

export const globalLimitsOfNobody = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: there is no service ratelimi
  globalLimits: { service: "ratelimi" },
  services: { ratelimit: { port: 8081, protocol: "grpc" } },
});

export const globalLimitsWithoutGrpc = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: it is asked over gRPC
  globalLimits: { service: "web" },
  services: { web: {}, ratelimit: { port: 8081, protocol: "grpc" } },
});

export const limitOfUnknownScope = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: local or global
  services: { web: { limits: [{ requests: 10, per: "second", scope: "everywhere" }] } },
});
