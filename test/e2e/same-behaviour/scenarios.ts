import { judgeSplit } from "../../../bench/traffic/judge.ts";
import type { Scenario, Seen } from "./scenario.ts";

const split = (seen: Seen): unknown => ({
  failed: seen.failed,
  split: judgeSplit(seen, { v1: 80, v2: 20 }, 0.9999).pass || seen.versions,
});
const whole = { failed: 0, split: true };
const versions = ({ versions: each }: Seen): unknown => each;
const tries = ({ statuses, upstreamTries }: Seen): unknown => ({ statuses, upstreamTries });

/** Who gets in: the same at a service's own proxy and at a gateway, which are two features. */
const access = (feature: "access/services" | "access/gateways"): readonly Scenario[] => [
  {
    title: "a path that is denied is refused",
    features: [feature],
    requests: { to: "web", path: "/closed/x", requests: 20 },
    observe: ({ statuses }) => statuses,
    expected: { "403": 20 },
  },
  {
    title: "a method that nobody allows is refused",
    features: [feature],
    requests: { to: "web", path: "/v1/x", method: "DELETE", requests: 20 },
    observe: ({ statuses }) => statuses,
    expected: { "403": 20 },
  },
  {
    title: "a method that is allowed gets through",
    features: [feature],
    requests: { to: "web", path: "/v1/x", method: "POST", requests: 20 },
    observe: ({ statuses }) => statuses,
    expected: { "200": 20 },
  },
];

/** One list for every target. */
export const scenarios: readonly Scenario[] = [
  {
    title: "a split of 80 to 20",
    features: ["services/versions", "ports/http", "routes/split"],
    requests: { to: "web", requests: 1500 },
    observe: split,
    expected: whole,
  },
  {
    title: "a header leads to v2",
    features: ["routes/match-header"],
    requests: { to: "web", headers: { "X-Canary": "yes" }, requests: 60 },
    observe: versions,
    expected: { v2: 60 },
  },
  {
    title: "another value of the header does not",
    features: ["routes/match-header"],
    requests: { to: "web", headers: { "x-canary": "yes!" }, requests: 600 },
    observe: split,
    expected: whole,
  },
  {
    title: "a prefix and a method lead to v2",
    features: ["routes/match-path", "routes/match-method", "routes/one-version"],
    requests: { to: "web", path: "/api/a?b=c", method: "POST", requests: 60 },
    observe: versions,
    expected: { v2: 60 },
  },
  {
    title: "the prefix with another method does not",
    features: ["routes/match-path", "routes/match-method"],
    requests: { to: "web", path: "/api/a", requests: 600 },
    observe: split,
    expected: whole,
  },
  {
    title: "an expression leads to v1, with any query",
    features: ["routes/match-path-text"],
    requests: { to: "web", path: "/v2/x?y", requests: 60 },
    observe: versions,
    expected: { v1: 60 },
  },
  {
    title: "the expression holds for whole paths",
    features: ["routes/match-path-text"],
    requests: { to: "web", path: "/v2/xy", requests: 600 },
    observe: split,
    expected: whole,
  },
  {
    title: "two failures are absorbed by two retries",
    features: ["routes/retries", "routes/retry-on-status"],
    requests: { to: "api", plan: { fail: { times: 2, status: 503 } }, requests: 40 },
    observe: tries,
    expected: { statuses: { "200": 40 }, upstreamTries: { "3": 40 } },
  },
  {
    title: "three failures are too many",
    features: ["routes/retries", "routes/retry-on-status"],
    requests: { to: "api", plan: { fail: { times: 3, status: 503 } }, requests: 20 },
    observe: tries,
    expected: { statuses: { "503": 20 }, upstreamTries: { "3": 20 } },
  },
  {
    title: "a status that is not named is not retried",
    features: ["routes/retries", "routes/retry-on-status"],
    requests: { to: "api", plan: { fail: { times: 1, status: 500 } }, requests: 20 },
    observe: tries,
    expected: { statuses: { "500": 20 }, upstreamTries: { "1": 20 } },
  },
  {
    title: "a broken connection is retried",
    features: ["routes/retry-on-condition"],
    requests: { to: "api", plan: { fail: { times: 1, reset: true } }, requests: 20 },
    observe: ({ statuses }) => statuses,
    expected: { "200": 20 },
  },
  {
    title: "where there are no retries there are none",
    features: [],
    requests: {
      to: "api",
      path: "/orders/1",
      plan: { fail: { times: 1, status: 503 } },
      requests: 20,
    },
    observe: tries,
    expected: { statuses: { "503": 20 }, upstreamTries: { "1": 20 } },
  },
  {
    title: "a deadline of 2 s cuts within 20 %",
    features: ["routes/timeout"],
    timed: true,
    requests: { to: "api", path: "/slow", plan: { delay: { ms: 8000 } }, requests: 8 },
    observe: ({ statuses, latency }) => ({
      statuses,
      cut: (latency.min >= 1600 && latency.max <= 2400) || latency,
    }),
    expected: { statuses: { "504": 8 }, cut: true },
  },
  {
    title: "another path has time",
    features: ["routes/timeout"],
    requests: { to: "api", plan: { delay: { ms: 2800 } }, requests: 4 },
    observe: ({ statuses }) => statuses,
    expected: { "200": 4 },
  },
];

/** What only the proxy of a service sees. */
export const callerScenarios: readonly Scenario[] = access("access/services");

/** What only a gateway sees. */
export const gatewayScenarios: readonly Scenario[] = [
  ...access("access/gateways"),
  {
    title: "a wildcard host",
    features: ["gateways/http", "gateways/wildcard-host"],
    requests: { to: "web", host: "a.b.web.example", path: "/v1/x", requests: 20 },
    observe: versions,
    expected: { v1: 20 },
  },
  {
    title: "a host that nobody knows",
    features: ["gateways/http"],
    requests: { to: "web", host: "nobody.example", requests: 5 },
    observe: ({ statuses }) => statuses,
    expected: { "404": 5 },
  },
  {
    title: "HTTPS with a chain that verifies",
    features: ["gateways/https"],
    requests: { to: "web", host: "secure.example", secure: true, path: "/v1/x", requests: 20 },
    observe: (seen) => ({ versions: seen.versions, authorized: seen.tls?.authorized }),
    expected: { versions: { v1: 20 }, authorized: true },
  },
  {
    title: "plain HTTP is redirected to it",
    features: ["gateways/redirect-to-https"],
    requests: { to: "web", host: "secure.example", path: "/v1/x?y=z", requests: 4 },
    observe: ({ statuses, answers }) => ({ statuses, location: answers[0]?.headers["location"] }),
    expected: { statuses: { "301": 4 }, location: "https://secure.example/v1/x?y=z" },
  },
  ...parts(),
  ...rewrittenParts(),
];

/** Parts of one host whose service sees another path. */
function rewrittenParts(): readonly Scenario[] {
  const seen = (title: string, path: string, expected: string): Scenario => ({
    title,
    features: ["gateways/http", "gateways/paths", "gateways/paths-rewrite"],
    requests: { to: "goods", path, requests: 1 },
    observe: ({ answers }) => answers.map(({ report }) => report?.request.path),
    expected: [expected],
  });
  return [
    seen("the path of a part is taken away", "/goods/a/b?q=1", "/a/b?q=1"),
    seen("of the path itself the root is left", "/goods?q=1", "/?q=1"),
    seen("a slash at its end is the root as well", "/goods/", "/"),
    seen("another path takes the place of a part's", "/old/goods/a?q=1", "/v1/a?q=1"),
    seen("and that of the path itself", "/old/goods", "/v1"),
  ];
}

/** Parts of one host: who sees the requests for a path, and that they follow the rules of that service. */
function parts(): readonly Scenario[] {
  const features = ["gateways/http", "gateways/paths"] as const;
  const host = "parts.example";
  const sees = (title: string, to: "web" | "api", path: string): Scenario => ({
    title,
    features,
    requests: { to, host, path, requests: 20 },
    observe: ({ failed, reached }) => ({ failed, reached }),
    expected: { failed: 0, reached: 20 },
  });
  return [
    sees("a part of a host leads to its own service", "web", "/shop"),
    sees("so does what is below it", "web", "/shop/x?y=z"),
    sees("what only begins like it does not", "api", "/shopping"),
    sees("nor does what is beside it", "api", "/"),
    sees("a part inside of a part leads elsewhere", "api", "/shop/help/me"),
    {
      title: "below a part the rules of its service hold",
      features: [...features, "routes/match-header"],
      requests: { to: "web", host, path: "/shop/x", headers: { "x-canary": "yes" }, requests: 60 },
      observe: versions,
      expected: { v2: 60 },
    },
    {
      title: "below a part a split is that of its service",
      features: [...features, "routes/split"],
      requests: { to: "web", host, path: "/shop", requests: 1500 },
      observe: split,
      expected: whole,
    },
  ];
}
