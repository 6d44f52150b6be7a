import { callWithoutDeadline } from "../../rules/resilience/call-without-deadline.ts";
import { circleWithoutDeadline } from "../../rules/resilience/circle-without-deadline.ts";
import { deadlineShorterThanCallee } from "../../rules/resilience/deadline-shorter-than-callee.ts";
import { retryOfUndeclaredCall } from "../../rules/resilience/retry-of-undeclared-call.ts";
import { retryOfUnsafeCall } from "../../rules/resilience/retry-of-unsafe-call.ts";
import { singleInstanceCallee } from "../../rules/resilience/single-instance-callee.ts";
import { tooManyRetries } from "../../rules/resilience/too-many-retries.ts";
import { to, virtualService } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const mesh = (services: string, routes = "") =>
  `name: shop\ntrust: { domain: shop.example }\nservices:\n${services}${routes === "" ? "" : `routes:\n${routes}`}`;
const place = (path: string) => `fail mesh shop: services.${path}`;
const retrying = (http: object) => virtualService("cart", { route: [to("cart")], ...http });
const vs = "VirtualService shop/cart";

runGrid(circleWithoutDeadline, [
  [
    "a circle of three behind an entrance",
    mesh(
      "  web: { calls: { a: {} } }\n  a: { calls: { b: {} } }\n  b: { calls: { c: {} } }\n  c: { calls: { a: {}, d: {} } }\n  d: {}\n",
    ),
    [place("a.calls.b")],
  ],
  [
    "two circles",
    mesh(
      "  a: { calls: { b: {} } }\n  b: { calls: { a: {}, c: {} } }\n  c: { calls: { d: {} } }\n  d: { calls: { c: {} } }\n",
    ),
    [place("a.calls.b"), place("c.calls.d")],
  ],
  [
    "one deadline is enough",
    mesh("  a: { calls: { b: { timeout: 1s } } }\n  b: { calls: { a: {} } }\n"),
    [],
  ],
  [
    "the deadline of the route counts",
    mesh("  a: { calls: { b: {} } }\n  b: { calls: { a: {} } }\n", "  a: { timeout: 1s }\n"),
    [],
  ],
  ["no circle", mesh("  a: { calls: { b: {}, c: {} } }\n  b: { calls: { c: {} } }\n  c: {}\n"), []],
  [
    "replicas of a database find each other",
    mesh(
      "  a: { port: 5432, protocol: tcp, calls: { b: {} } }\n  b: { port: 5432, protocol: tcp, calls: { a: {} } }\n",
    ),
    [],
  ],
]);

runGrid(callWithoutDeadline, [
  ["gRPC", mesh("  a: { calls: { b: {} } }\n  b: { protocol: grpc }\n"), [place("a.calls.b")]],
  ["TCP", mesh("  a: { calls: { b: {} } }\n  b: { port: 5432, protocol: tcp }\n"), []],
  ["its own", mesh("  a: { calls: { b: { timeout: 1s } } }\n  b: {}\n"), []],
  ["the route's", mesh("  a: { calls: { b: {} } }\n  b: {}\n", "  b: { timeout: 1s }\n"), []],
  [
    "every try has one",
    mesh(
      "  a: { calls: { b: { retries: { attempts: 1, perTryTimeout: 1s, on: [reset] } } } }\n  b: {}\n",
    ),
    [],
  ],
]);

const chain = (first: string, second: string, third = "") =>
  mesh(
    `  a: { calls: { b: ${first} } }\n  b: { calls: { c: ${second}${third === "" ? "" : `, d: ${third}`} } }\n  c: {}\n  d: {}\n`,
  );

runGrid(deadlineShorterThanCallee, [
  ["shorter than one call", chain("{ timeout: 1s }", "{ timeout: 2s }"), [place("a.calls.b")]],
  ["equal", chain("{ timeout: 2s }", "{ timeout: 2s }"), []],
  [
    "shorter than two calls, one after another",
    chain("{ timeout: 2999ms }", "{ timeout: 2s }", "{ timeout: 1s }"),
    [place("a.calls.b")],
  ],
  ["room for both", chain("{ timeout: 3s }", "{ timeout: 2s }", "{ timeout: 1s }"), []],
  ["a call without deadline is another rule's", chain("{ timeout: 1s }", "{}"), []],
  ["a caller without deadline waits long enough", chain("{}", "{ timeout: 2s }"), []],
  [
    "tries that end before the timeout: 2 × 400ms + 25ms",
    chain(
      "{ timeout: 825ms }",
      "{ timeout: 2s, retries: { attempts: 1, perTryTimeout: 400ms, on: [reset] } }",
    ),
    [],
  ],
  [
    "the same, a millisecond short",
    chain(
      "{ timeout: 824ms }",
      "{ timeout: 2s, retries: { attempts: 1, perTryTimeout: 400ms, on: [reset] } }",
    ),
    [place("a.calls.b")],
  ],
]);

const retried = (on: string, idempotent = "", callee = "{}") =>
  mesh(
    `  a: { calls: { b: { timeout: 9s, ${idempotent} retries: { attempts: 1, perTryTimeout: 1s, on: [${on}] } } } }\n  b: ${callee}\n`,
  );
const unsafe = "idempotent: false,";

runGrid(retryOfUnsafeCall, [
  ["an answer of 503", retried('"503"', unsafe), [place("a.calls.b")]],
  ["a lost connection", retried("connect-failure, reset", unsafe), [place("a.calls.b")]],
  ["connections only", retried("connect-failure, refused-stream", unsafe), []],
  ["refused: nothing was done", retried('"429", retriable-4xx', unsafe), []],
  ["a status of gRPC over HTTP", retried("unavailable", unsafe), []],
  ["over gRPC", retried("unavailable", unsafe, "{ protocol: grpc }"), [place("a.calls.b")]],
  ["safe to repeat", retried('"503"', "idempotent: true,"), []],
  ["not said: another rule's", retried('"503"'), []],
  [
    "retries of the route",
    mesh(
      "  a: { calls: { b: { idempotent: false } } }\n  b: {}\n",
      "  b: { timeout: 9s, retries: { attempts: 1, perTryTimeout: 1s, on: [5xx] } }\n",
    ),
    [place("a.calls.b")],
  ],
  [
    "a rule for POST alone",
    retrying({
      match: [{ method: { exact: "POST" } }],
      retries: { attempts: 1, retryOn: "5xx" },
    }),
    [`fail ${vs}: spec.http[0]`],
  ],
  [
    "a rule for POST with Istio's own conditions",
    retrying({ match: [{ method: { exact: "POST" } }], retries: { attempts: 1 } }),
    [],
  ],
  [
    "a rule for POST and GET",
    retrying({
      match: [{ method: { exact: "POST" } }, { method: { exact: "GET" } }],
      retries: { attempts: 1, retryOn: "5xx" },
    }),
    [`fail ${vs}: spec.http[0]`],
  ],
  [
    "a rule for POST and for a path, which Heddle writes as two when one names a port",
    retrying({
      match: [{ method: { exact: "POST" } }, { uri: { prefix: "/" } }],
      retries: { attempts: 1, retryOn: "5xx" },
    }),
    [`fail ${vs}: spec.http[0]`],
  ],
  [
    "a rule for POST of one caller",
    retrying({
      match: [{ method: { exact: "POST" }, sourceLabels: { app: "web" } }],
      retries: { attempts: 1, retryOn: "5xx" },
    }),
    [],
  ],
  ["a rule for everything", retrying({ retries: { attempts: 1, retryOn: "5xx" } }), []],
]);

runGrid(retryOfUndeclaredCall, [
  ["not said", retried('"503"'), [place("a.calls.b")]],
  ["not said, connections only", retried("connect-failure"), []],
  ["said", retried('"503"', unsafe), []],
]);

runGrid(tooManyRetries, [
  ["five", retrying({ retries: { attempts: 5 } }), []],
  ["six", retrying({ retries: { attempts: 6 } }), [`fail ${vs}: spec.http[0]`]],
]);

runGrid(singleInstanceCallee, [
  ["everything single", mesh("  a: { calls: { b: {} } }\n  b: {}\n"), []],
  [
    "a single one behind several",
    mesh("  a: { replicas: 2, calls: { b: {} } }\n  b: {}\n"),
    [place("b")],
  ],
  [
    "two versions with one each",
    mesh("  a: { replicas: 2, calls: { b: {} } }\n  b: { versions: [v1, v2] }\n"),
    [],
  ],
  [
    "an external service",
    mesh("  a: { replicas: 2, calls: { b: {} } }\n  b: { external: api.example.com }\n"),
    [],
  ],
  [
    "behind two versions with one each",
    mesh("  a: { versions: [v1, v2], calls: { b: {} } }\n  b: {}\n"),
    [],
  ],
  ["nobody calls it", mesh("  a: { replicas: 2 }\n  b: {}\n"), []],
]);
