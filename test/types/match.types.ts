import { defineMesh } from "../../model/index.ts";

// Checked by `npm run typecheck`: what a rule can match depends on its service.

const trust = { domain: "shop.example" } as const;

export const callerAndGrpc = defineMesh({
  name: "shop",
  trust,
  services: {
    web: {},
    cart: { protocol: "grpc" },
    list: { ports: { api: { number: 80 }, rpc: { number: 90, protocol: "grpc" } } },
  },
  routes: {
    cart: { rules: [{ matches: [{ from: "web", grpc: { service: "shop.Cart" } }] }] },
    list: { rules: [{ matches: [{ from: ["web", "cart"], grpc: { service: "shop.List" } }] }] },
  },
});

export const unknownCaller = defineMesh({
  name: "shop",
  trust,
  services: { web: {}, cart: {} },
  // @ts-expect-error: there is no service wbe
  routes: { cart: { rules: [{ matches: [{ from: "wbe" }] }] } },
});

export const grpcOnHttp = defineMesh({
  name: "shop",
  trust,
  services: { cart: { protocol: "http" } },
  // @ts-expect-error: cart speaks no gRPC
  routes: { cart: { rules: [{ matches: [{ grpc: { service: "shop.Cart" } }] }] } },
});

export const grpcOnDefault = defineMesh({
  name: "shop",
  trust,
  services: { cart: { ports: { a: { number: 80 } } } },
  // @ts-expect-error: a port speaks HTTP unless said otherwise
  routes: { cart: { rules: [{ matches: [{ grpc: { service: "shop.Cart" } }] }] } },
});

export const grpcAndPath = defineMesh({
  name: "shop",
  trust,
  services: { cart: { protocol: "grpc" } },
  // @ts-expect-error: a gRPC method is the path
  routes: { cart: { rules: [{ matches: [{ path: "/", grpc: { service: "shop.Cart" } }] }] } },
});

export const portOfRequests = defineMesh({
  name: "shop",
  trust,
  services: {
    web: {},
    cart: { protocol: "grpc" },
    list: { ports: { api: { number: 80 }, rpc: { number: 90, protocol: "grpc" } } },
  },
  routes: {
    web: { rules: [{ matches: [{ port: "http" }] }] },
    cart: { rules: [{ matches: [{ port: "grpc" }] }] },
    list: { rules: [{ matches: [{ port: "api" }, { port: "rpc" }] }] },
  },
});

export const portOfConnections = defineMesh({
  name: "shop",
  trust,
  services: { cart: { ports: { api: { number: 80 }, db: { number: 90, protocol: "tcp" } } } },
  // @ts-expect-error: db carries no requests
  routes: { cart: { rules: [{ matches: [{ port: "db" }] }] } },
});

export const unknownPort = defineMesh({
  name: "shop",
  trust,
  services: { cart: { ports: { api: { number: 80 }, rpc: { number: 90 } } } },
  // @ts-expect-error: there is no port http
  routes: { cart: { rules: [{ matches: [{ port: "http" }] }] } },
});
