import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: every `@ts-expect-error` below must be an error, everything else must not.

const trust = { domain: "shop.example" };
const host = "billing.internal.example.com";

export const ownHosts = defineMesh({
  name: "shop",
  trust,
  services: {
    web: { calls: { billing: {}, ledger: {} } },
    billing: {
      host,
      versions: ["v1"],
      machines: { rack: { address: "192.0.2.1", version: "v1" } },
    },
    ledger: { host: "ledger.example", ports: { https: { number: 443, protocol: "tls" } } },
    counts: { host: "counts.example", protocol: "grpc", headless: false },
  },
});

export const ownHostOutside = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: a service outside has its hosts already
  services: { billing: { host, external: "api.billing.example" } },
});

export const headlessOwnHost = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: the name of a headless service stands for its instances
  services: { billing: { host, headless: true } },
});

export const ownHostOfBytes = defineMesh({
  name: "shop",
  trust,
  // @ts-expect-error: plain TCP does not say which host it is for
  services: { billing: { host, port: 5432, protocol: "tcp" } },
});

export const ownHostOfMoreBytes = defineMesh({
  name: "shop",
  trust,
  services: {
    // @ts-expect-error: one of its ports speaks plain TCP
    billing: { host, ports: { http: { number: 80 }, db: { number: 5432, protocol: "tcp" } } },
  },
});
