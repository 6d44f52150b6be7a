import { binomialInterval } from "../../../bench/index.ts";
import type { Scenario, Seen } from "./scenario.ts";

/** Whether a share of the requests, as it is asked for, is what was counted; the count where it is not. */
function isShare(count: number, { sent }: Seen, share: number): true | number {
  const { low, high } = binomialInterval(sent, share, 0.999);
  return (count >= low && count <= high) || count;
}

const first = ({ answers }: Seen) => answers[0];
const header = (seen: Seen, name: string): string | undefined => first(seen)?.headers[name];
const received = (seen: Seen) => first(seen)?.report?.request;

/** Where a redirect leads, with a name for an origin that differs between doors. */
function replaced(seen: Seen, url: string, name: string): string {
  return (header(seen, "location") ?? "").replace(new URL(url).origin, name);
}

const cors = (seen: Seen) => ({
  statuses: seen.statuses,
  reached: seen.reached,
  origin: header(seen, "access-control-allow-origin"),
});
const page = "https://page.example";
const preflight = { method: "OPTIONS", path: "/pages" } as const;
const asks = { "access-control-request-method": "PUT", "access-control-request-headers": "x-user" };

/** What rules do beside choosing who answers: one list for every target. */
export const actionScenarios: readonly Scenario[] = [
  {
    title: "the service sees another path and another host",
    features: ["routes/rewrite-path", "routes/rewrite-host"],
    requests: { to: "api", path: "/v12/items?q=1" },
    observe: (seen) => ({ path: received(seen)?.path, host: received(seen)?.host }),
    expected: { path: "/items?q=1", host: "items.internal" },
  },
  {
    title: "the service sees another prefix",
    features: ["routes/rewrite-prefix"],
    requests: { to: "api", path: "/old/a/b?q=1" },
    observe: (seen) => received(seen)?.path,
    expected: "/new/a/b?q=1",
  },
  {
    title: "a path is redirected, with its query",
    features: ["routes/redirect"],
    requests: { to: "api", path: "/moved?q=1", requests: 4 },
    observe: (seen) => ({
      statuses: seen.statuses,
      reached: seen.reached,
      location: replaced(seen, seen.url, "asked"),
    }),
    expected: { statuses: { "308": 4 }, reached: 0, location: "asked/here?q=1" },
  },
  {
    title: "a redirect to another host, scheme and port",
    features: ["routes/redirect"],
    requests: { to: "api", path: "/docs/a?q=1" },
    observe: (seen) => ({ statuses: seen.statuses, location: header(seen, "location") }),
    expected: { statuses: { "302": 1 }, location: "https://docs.example:8443/docs/a?q=1" },
  },
  {
    title: "a redirect to another host keeps the port",
    features: ["routes/redirect"],
    requests: { to: "api", path: "/other?q=1" },
    observe: (seen) => {
      const asked = new URL(seen.url);
      asked.hostname = "other.example";
      return replaced(seen, asked.href, "other");
    },
    expected: "other/other?q=1",
  },
  {
    title: "the proxy answers by itself",
    features: ["routes/respond", "routes/headers"],
    requests: { to: "api", path: "/answered", requests: 4 },
    observe: (seen) => ({
      statuses: seen.statuses,
      reached: seen.reached,
      body: first(seen)?.body,
      reason: header(seen, "x-reason"),
    }),
    expected: {
      statuses: { "403": 4 },
      reached: 0,
      body: "not from here",
      reason: "100% closed",
    },
  },
  {
    title: "headers are edited both ways, and values are literal",
    features: ["routes/headers"],
    requests: {
      to: "api",
      path: "/edited",
      headers: { "x-edge": "mine", "x-via": "client", "x-debug": "1", "x-secret": "s" },
    },
    observe: (seen) => ({
      set: received(seen)?.headers["x-edge"],
      added: received(seen)?.headers["x-via"]?.split(/, ?/),
      removed: received(seen)?.headers["x-debug"],
      back: {
        set: header(seen, "x-share"),
        added: header(seen, "x-by"),
        removed: header(seen, "content-type"),
      },
    }),
    expected: {
      set: "%REQ(x-secret)% of 50%",
      added: ["client", "heddle"],
      removed: undefined,
      back: { set: "50%", added: "heddle", removed: undefined },
    },
  },
  {
    title: "a preflight of an origin that is let in is answered by the proxy",
    features: ["routes/cors"],
    requests: { to: "api", ...preflight, headers: { origin: page, ...asks } },
    observe: (seen) => ({
      ...cors(seen),
      methods: header(seen, "access-control-allow-methods")?.split(/, ?/),
      headers: header(seen, "access-control-allow-headers"),
      maxAge: header(seen, "access-control-max-age"),
      credentials: header(seen, "access-control-allow-credentials"),
    }),
    expected: {
      statuses: { "200": 1 },
      reached: 0,
      origin: page,
      methods: ["GET", "PUT"],
      headers: "x-user",
      maxAge: "600",
      credentials: "true",
    },
  },
  {
    title: "a page of that origin may read the answer",
    features: ["routes/cors"],
    requests: { to: "api", path: "/pages", headers: { origin: page } },
    observe: (seen) => ({
      ...cors(seen),
      expose: header(seen, "access-control-expose-headers"),
    }),
    expected: { statuses: { "200": 1 }, reached: 1, origin: page, expose: "x-version" },
  },
  {
    title: "a page of another origin may not",
    features: ["routes/cors"],
    requests: { to: "api", path: "/pages", headers: { origin: "https://other.example" } },
    observe: cors,
    expected: { statuses: { "200": 1 }, reached: 1, origin: undefined },
  },
  {
    title: "a preflight of another origin is let in by nobody",
    features: ["routes/cors"],
    requests: { to: "api", ...preflight, headers: { origin: "https://other.example", ...asks } },
    observe: cors,
    expected: { statuses: { "200": 1 }, reached: 0, origin: undefined },
  },
  {
    title: "an origin that an expression lets in",
    features: ["routes/cors-pattern"],
    requests: { to: "api", path: "/partners", headers: { origin: "https://a.partner.example" } },
    observe: cors,
    expected: { statuses: { "200": 1 }, reached: 1, origin: "https://a.partner.example" },
  },
  {
    title: "30 in 100 requests are late",
    features: ["routes/fault"],
    timed: true,
    // Who waits longer than the client does was delayed.
    requests: { to: "api", path: "/late", requests: 400, concurrency: 100, timeoutMs: 2500 },
    observe: (seen) => isShare(seen.errors.timeout ?? 0, seen, 0.3),
    expected: true,
  },
  {
    title: "a delay lasts as long as it says",
    features: ["routes/fault"],
    timed: true,
    requests: { to: "api", path: "/slowly", requests: 8 },
    observe: ({ statuses, latency }) => ({
      statuses,
      late: (latency.min >= 500 && latency.p50 <= 1000) || latency,
    }),
    expected: { statuses: { "200": 8 }, late: true },
  },
  {
    title: "20 in 100 requests fail before they are sent",
    features: ["routes/fault"],
    requests: { to: "api", path: "/broken", requests: 1000 },
    observe: (seen) => ({
      failed: isShare(seen.statuses["418"] ?? 0, seen, 0.2),
      others: (seen.statuses["200"] ?? 0) + (seen.statuses["418"] ?? 0),
      reached: seen.reached === seen.statuses["200"] || seen.reached,
    }),
    expected: { failed: true, others: 1000, reached: true },
  },
  {
    title: "a rule leads to another service, past the rules of that one",
    features: ["routes/other-service"],
    requests: { to: "web", path: "/moved", requests: 100, copies: { app: "api" } },
    observe: ({ statuses, reached, copies }) => ({ statuses, reached, other: copies }),
    expected: { statuses: { "200": 100 }, reached: 0, other: 100 },
  },
  {
    title: "60 in 100 requests go to another service, and the others to one version",
    features: ["routes/other-service", "routes/split"],
    requests: { to: "web", path: "/shared", requests: 1500, copies: { app: "api" } },
    observe: (seen) => ({
      share: isShare(seen.copies, seen, 0.6),
      all: seen.copies + seen.reached,
      versions: Object.keys(seen.versions).sort(),
    }),
    expected: { share: true, all: 1500, versions: ["default", "v2"] },
  },
  {
    title: "25 in 100 requests are copied to v2, and only v1 is heard",
    features: ["routes/mirror-version"],
    requests: {
      to: "web",
      path: "/copied",
      requests: 1000,
      copies: { app: "web", version: "v2" },
    },
    observe: (seen) => ({ versions: seen.versions, copies: isShare(seen.copies, seen, 0.25) }),
    expected: { versions: { v1: 1000 }, copies: true },
  },
  {
    title: "every request is copied to a service that nobody calls",
    features: ["routes/mirror-service"],
    requests: { to: "api", path: "/audited", requests: 100, copies: { app: "audit" } },
    observe: ({ statuses, reached, copies }) => ({ statuses, reached, copies }),
    expected: { statuses: { "200": 100 }, reached: 100, copies: 100 },
  },
];
