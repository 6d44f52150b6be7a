import { withService, type WrongMesh } from "./base-mesh.ts";

const route = (cart: object): object => ({ routes: { cart } });

/** Routes with rules that lead to other services. */
export const wrongDestinations: readonly WrongMesh[] = [
  [
    "a rule to an unknown service",
    route({ service: "wbe" }),
    "HED2001 routes.cart.service",
    /unknown service "wbe"/,
  ],
  [
    "a share for an unknown service",
    route({ services: { cart: 50, wbe: 50 } }),
    "HED2001 routes.cart.services.wbe",
    /unknown service "wbe"/,
  ],
  [
    "an unknown version of another service",
    {
      ...withService("x", { versions: ["a"] }),
      ...route({ rules: [{ matches: [{ path: "/" }], services: { x: { v1: 100 } } }] }),
    },
    "HED2002 routes.cart.rules[0].services.x.v1",
    /unknown version "v1" of "x"; it has: a/,
  ],
  [
    "weights over versions of a service without any",
    { ...withService("x", {}), ...route({ services: { x: { v1: 100 } } }) },
    "HED2003 routes.cart.services.x",
    /"x" has no versions/,
  ],
  [
    "a rule to a service outside",
    route({ service: "payments" }),
    "HED2004 routes.cart.service",
    /external \(api\.payments\.example\), so no rule of "cart" can lead to it/,
  ],
  [
    "connections led elsewhere",
    { ...withService("x", {}), routes: { db: { service: "x" } } },
    "HED2009 routes.db.service",
    /service on "db", whose ports are 5432 \(tcp\)/,
  ],
  [
    "shares that do not sum up",
    { ...withService("x", {}), ...route({ services: { cart: { v1: 50, v2: 10 }, x: 30 } }) },
    "HED1011 routes.cart.services",
    /weights 50 \+ 10 \+ 30 = 90, 10 too few/,
  ],
  [
    "two words for where requests go",
    { ...withService("x", {}), ...route({ split: { v1: 100 }, service: "x" }) },
    "HED1021 routes.cart.service",
    /beside routes\.cart\.split/,
  ],
  [
    "an answer of the proxy that leads elsewhere",
    { ...withService("x", {}), ...route({ respond: { status: 404 }, service: "x" }) },
    "HED1021 routes.cart.service",
    /beside routes\.cart\.respond/,
  ],
  [
    "a rule to the service itself",
    route({ service: "cart" }),
    "HED2087 routes.cart.service",
    /the service itself/,
    /split/,
  ],
  [
    "shares of nobody but itself",
    route({ services: { cart: { v1: 100 } } }),
    "HED2087 routes.cart.services",
    /the service itself/,
  ],
  [
    "requests led to a service that takes connections",
    route({ service: "db" }),
    "HED2088 routes.cart.service",
    /port 8080 of services\.cart speaks http, and no port of services\.db takes that: 5432 \(tcp\)/,
  ],
  [
    "gRPC led to what speaks HTTP/1.1",
    {
      ...withService("x", { protocol: "grpc" }, { y: { port: 8081 } }),
      routes: { x: { rules: [{ matches: [{ path: "/" }], services: { x: 50, y: 50 } }] } },
    },
    "HED2088 routes.x.rules[0].services.y",
    /port 8080 of services\.x speaks grpc, and no port of services\.y takes that: 8081 \(http\)/,
  ],
  [
    "requests led back to who sends them",
    { ...withService("x", { calls: { cart: {} } }), ...route({ service: "x" }) },
    "HED2089 routes.cart",
    /leads to "x", which calls "cart" itself \(services\.x\.calls\.cart\)/,
    /\{ from: "x" \}/,
  ],
  [
    "a call to what leads to what cannot be seen",
    {
      ...withService("x", { namespace: "other", visibility: "namespace" }),
      ...route({ rules: [{ matches: [{ path: "/" }], service: "x" }] }),
    },
    "HED2060 services.web.calls.cart",
    /sends to "cart", which leads to "x", which is only visible in other/,
  ],
  [
    "a rule to a headless service",
    { ...withService("x", { headless: true }), ...route({ service: "x" }) },
    "HED2062 routes.cart.service",
    /a rule that leads to other services for "x"/,
  ],
  [
    "a share that is no number",
    { ...withService("x", {}), ...route({ services: { cart: 50, x: "50" } }) },
    "HED1008 routes.cart.services.x",
    /a whole number from 0 to 100, or a map from version name to one/,
  ],
];
