import { stringify } from "yaml";
import { faultInjected } from "../../rules/routing/fault-injected.ts";
import { faultWithRetry } from "../../rules/routing/fault-with-retry.ts";
import { mirrorRisk } from "../../rules/routing/mirror-risk.ts";
import { prefixBoundary } from "../../rules/routing/prefix-boundary.ts";
import { redirectLoop } from "../../rules/routing/redirect-loop.ts";
import { to, virtualService } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

/** A mesh with one route, also at a gateway, where the same things are found once. */
function mesh(cart: object, call: object = {}): string {
  return stringify({
    name: "shop",
    trust: { domain: "shop.example" },
    services: { web: { calls: { cart: call } }, cart: { versions: ["v1", "v2"] }, audit: {} },
    routes: { cart },
    gateways: { edge: { hosts: { "cart.example": { service: "cart" } } } },
  });
}

const fault = { delay: { time: "1s" } };
const abort = { abort: { status: 503, percent: 10 } };
const route = "mesh shop: routes.cart";

runGrid(faultInjected, [
  ["for everybody", mesh({ fault }), [`fail ${route}`]],
  ["with a header", mesh({ rules: [{ matches: [{ headers: { "x-a": "1" } }], fault }] }), []],
  ["for one caller", mesh({ rules: [{ matches: [{ from: "web" }], fault }] }), []],
  [
    "who lacks a header is no test",
    mesh({ rules: [{ matches: [{ headers: { "x-a": { present: false } } }], fault }] }),
    [`fail ${route}.rules[0]`],
  ],
]);

runGrid(faultWithRetry, [
  ["alone", mesh({ fault }), []],
  ["beside a deadline", mesh({ fault, timeout: "1s" }), [`fail ${route}`]],
  [
    "beside retries",
    mesh({ fault: abort, retries: { attempts: 1, on: ["503"], perTryTimeout: "1s" } }),
    [`fail ${route}`],
  ],
  [
    "beside the deadline of a caller",
    mesh({ fault }, { timeout: "1s" }),
    ["fail mesh shop: services.web.calls.cart"],
  ],
]);

const split = { split: { v1: 100, v2: 0 } };
const half = { split: { v1: 50, v2: 50 } };
const parts = (weight: number) => [
  { ...to("cart", "v1"), weight: 100 - weight },
  { ...to("cart", "v2"), weight },
];
const mirror = { host: "cart", subset: "v2" };

runGrid(mirrorRisk, [
  ["a version that waits", mesh({ ...split, mirror: { version: "v2" } }), []],
  ["a version that answers", mesh({ ...half, mirror: { version: "v2" } }), [`fail ${route}`]],
  ["another service", mesh({ ...half, mirror: { service: "audit" } }), []],
  ["a subset that waits", virtualService("cart", { route: parts(0), mirror }), []],
  [
    "a subset that answers",
    virtualService("cart", { route: parts(10), mirror }),
    ["fail VirtualService shop/cart: spec.http[0].mirror"],
  ],
]);

const prefix = (from: string, path: string) =>
  mesh({ rules: [{ matches: [{ path: { prefix: from } }], rewrite: { path: { prefix: path } } }] });

runGrid(prefixBoundary, [
  ["both with a slash", prefix("/old/", "/"), []],
  ["one with a slash", prefix("/old", "/"), [`fail ${route}.rules[0]`]],
]);

runGrid(redirectLoop, [
  ["elsewhere", mesh({ rules: [{ matches: [{ path: "/a" }], redirect: { path: "/b" } }] }), []],
  ["to another host", mesh({ redirect: { host: "a.example", path: "/b" } }), []],
  ["everything to one path", mesh({ redirect: { path: "/b" } }), [`fail ${route}`]],
]);
