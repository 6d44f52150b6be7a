import { withService, type WrongMesh } from "./base-mesh.ts";

/** Matches that do not fit each other, their service, or the rest of the mesh. */
export const wrongMatches: readonly WrongMesh[] = [
  [
    "caller that is unknown",
    inRule({ from: "wbe" }),
    "HED2001 routes.cart.rules[0].matches[0].from",
    /"wbe"/,
  ],
  [
    "caller that is external",
    inRule({ from: ["web", "payments"] }),
    "HED2020 routes.cart.rules[0].matches[0].from[1]",
    /external/,
  ],
  [
    "caller that is the service itself",
    inRule({ from: "cart" }),
    "HED2020 routes.cart.rules[0].matches[0].from",
    /itself/,
  ],
  [
    "gRPC on HTTP",
    inRule({ grpc: { service: "shop.Cart" } }),
    "HED2021 routes.cart.rules[0].matches[0].grpc",
    /8080 \(http\); allowed on: grpc/,
  ],
  [
    "port that the service does not have",
    inRule({ port: "htpp" }),
    "HED2079 routes.cart.rules[0].matches[0].port",
    /no port "htpp"; allowed: ports that carry requests: http/,
    /"http"/,
  ],
  [
    "port that carries no requests",
    {
      ...withService("x", {
        ports: {
          api: { number: 80 },
          rpc: { number: 81, protocol: "grpc" },
          db: { number: 82, protocol: "tcp" },
        },
      }),
      routes: { x: { rules: [{ matches: [{ port: "db" }], timeout: "1s" }] } },
    },
    "HED2079 routes.x.rules[0].matches[0].port",
    /"db" \(tcp\); allowed: ports that carry requests: api, rpc/,
  ],
  [
    "gRPC at a port without it",
    {
      ...withService("x", {
        ports: { api: { number: 80 }, rpc: { number: 81, protocol: "grpc" } },
      }),
      routes: {
        x: { rules: [{ matches: [{ port: "api", grpc: { service: "shop.X" } }], timeout: "1s" }] },
      },
    },
    "HED2021 routes.x.rules[0].matches[0].grpc",
    /80 \(http\); allowed on: grpc/,
  ],
  [
    "match behind a wider one, at any port",
    inRules({ path: "/a" }, { path: "/a", port: "http" }),
    "HED1020 routes.cart.rules[1].matches[0]",
    /routes\.cart\.rules\[0\]\.matches\[0\] takes all/,
  ],
  [
    "cookies beside their header",
    inRule({ cookies: { a: "1" }, headers: { Cookie: "a=1" } }),
    "HED1021 routes.cart.rules[0].matches[0].cookies",
    /beside routes\.cart\.rules\[0\]\.matches\[0\]\.headers\.Cookie/,
  ],
  [
    "match behind a wider one",
    inRules({ path: { prefix: "/a" } }, { path: "/a/b", method: "GET" }),
    "HED1020 routes.cart.rules[1].matches[0]",
    /routes\.cart\.rules\[0\]\.matches\[0\] takes all/,
  ],
  [
    "value behind presence",
    inRules({ query: { q: { present: true } } }, { query: { q: "1", r: "2" } }),
    "HED1020 routes.cart.rules[1].matches[0]",
    /no request reaches/,
  ],
];

function inRule(match: object) {
  return inRules(match);
}

function inRules(...matches: readonly object[]) {
  return { routes: { cart: { rules: matches.map((match) => ({ matches: [match] })) } } };
}
