import type { RouteRuleDefinition } from "../../../model/index.ts";

/** Rules of the service without versions that do more than send on. */
export const actingRules: readonly RouteRuleDefinition[] = [
  {
    name: "whole",
    matches: [{ path: { regex: "/v[0-9]+/items" } }],
    rewrite: { path: { full: "/items" }, host: "items.internal" },
  },
  {
    name: "part",
    matches: [{ path: { prefix: "/old/" } }],
    rewrite: { path: { prefix: "/new/" } },
  },
  { name: "moved", matches: [{ path: "/moved" }], redirect: { path: "/here", status: 308 } },
  {
    name: "elsewhere",
    matches: [{ path: { prefix: "/docs/" } }],
    redirect: { scheme: "https", host: "docs.example", port: 8443 },
  },
  { name: "other", matches: [{ path: "/other" }], redirect: { host: "other.example" } },
  {
    name: "closed",
    matches: [{ path: "/answered" }],
    respond: { status: 403, body: "not from here" },
    headers: { response: { set: { "x-reason": "100% closed" } } },
  },
  {
    name: "edited",
    matches: [{ path: "/edited" }],
    headers: {
      request: {
        set: { "x-edge": "%REQ(x-secret)% of 50%" },
        add: { "x-via": "heddle" },
        remove: ["x-debug"],
      },
      response: { set: { "x-share": "50%" }, add: { "x-by": "heddle" }, remove: ["content-type"] },
    },
  },
  {
    name: "pages",
    matches: [{ path: "/pages" }],
    cors: {
      origins: ["https://page.example"],
      methods: ["GET", "PUT"],
      headers: ["x-user"],
      expose: ["x-version"],
      maxAge: "10m",
      credentials: true,
    },
  },
  {
    name: "partners",
    matches: [{ path: "/partners" }],
    cors: { origins: [{ regex: "https://[a-z]+[.]partner[.]example" }] },
  },
  {
    name: "late",
    matches: [{ path: "/late" }],
    fault: { delay: { time: "5s", percent: 30 } },
  },
  { name: "slowly", matches: [{ path: "/slowly" }], fault: { delay: { time: "500ms" } } },
  {
    name: "broken",
    matches: [{ path: "/broken" }],
    fault: { abort: { status: 418, percent: 20 } },
  },
  { name: "audited", matches: [{ path: "/audited" }], mirror: { service: "audit" } },
];

/** A rule of the service with versions: v2 gets copies and answers nobody. */
export const copyingRule: RouteRuleDefinition = {
  name: "copied",
  matches: [{ path: "/copied" }],
  split: { v1: 100, v2: 0 },
  mirror: { version: "v2", percent: 25 },
};

/** Rules of the service with versions that lead to the one without, whose own route would send the first ones elsewhere. */
export const leadingRules: readonly RouteRuleDefinition[] = [
  { name: "led", matches: [{ path: "/moved" }], service: "api" },
  { name: "shared", matches: [{ path: "/shared" }], services: { api: 60, web: { v2: 40 } } },
];
