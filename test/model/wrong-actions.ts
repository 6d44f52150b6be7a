import type { WrongMesh } from "./base-mesh.ts";

/** Routes whose actions contradict each other, or the mesh. */
export const wrongActions: readonly WrongMesh[] = [
  [
    "redirect beside a split",
    { routes: { cart: { redirect: { path: "/x" }, split: { v1: 100 } } } },
    "HED1021 routes.cart.split",
    /beside routes\.cart\.redirect/,
  ],
  [
    "answer beside request headers",
    { routes: { cart: { respond: { status: 404 }, headers: { request: { remove: ["a"] } } } } },
    "HED1021 routes.cart.headers.request",
    /beside routes\.cart\.respond/,
  ],
  [
    "prefix that no match names",
    { routes: { cart: { rewrite: { path: { prefix: "/x" } } } } },
    "HED1022 routes.cart.rewrite.path.prefix",
    /matches every path/,
  ],
  [
    "credentials for everybody",
    { routes: { cart: { cors: { origins: ["*"], credentials: true } } } },
    "HED1023 routes.cart.cors.credentials",
    /cors\.origins\[0\]/,
  ],
  [
    "age in parts of a second",
    { routes: { cart: { cors: { origins: ["https://a.example"], maxAge: "1500ms" } } } },
    "HED1010 routes.cart.cors.maxAge",
    /whole seconds/,
    /write "2s"/,
  ],
  [
    "header set and removed",
    { routes: { cart: { headers: { response: { set: { "X-A": "1" }, remove: ["x-a"] } } } } },
    "HED1024 routes.cart.headers.response.remove[0]",
    /set\.X-A/,
  ],
  [
    "mirror of an unknown version",
    { routes: { cart: { mirror: { version: "v9" } } } },
    "HED2002 routes.cart.mirror.version",
    /it has: v1, v2/,
  ],
  [
    "mirror outside",
    { routes: { cart: { mirror: { service: "payments" } } } },
    "HED2022 routes.cart.mirror.service",
    /external/,
  ],
  [
    "mirror of itself",
    { routes: { cart: { mirror: { service: "cart" } } } },
    "HED2022 routes.cart.mirror.service",
    /itself/,
  ],
  [
    "gRPC status on HTTP",
    { routes: { cart: { fault: { abort: { grpc: "internal" } } } } },
    "HED2021 routes.cart.fault.abort.grpc",
    /8080 \(http\)/,
  ],
  [
    "fault on tcp",
    { routes: { db: { fault: { delay: { time: "1s" } } } } },
    "HED2009 routes.db.fault",
    /tcp/,
  ],
];
