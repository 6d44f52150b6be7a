import { withService, type WrongMesh } from "./base-mesh.ts";

const retriesOn = (condition: unknown) => ({
  routes: { cart: { retries: { attempts: 1, on: [condition] } } },
});

/** Meshes with one value that the schema refuses. */
export const wrongValues: readonly WrongMesh[] = [
  ["unknown key", { servics: {} }, "HED1007 servics", /allowed: apiVersion, name/, /"services"/],
  ["unknown key, nothing near", { zzzzzz: 1 }, "HED1007 zzzzzz", /unknown key/, /remove it/],
  ["missing name", { name: undefined }, "HED1008 name", /missing/, /add "name"/],
  ["bad name", { name: "My Shop" }, "HED1009 name", /got "My Shop"; allowed: a DNS label/],
  ["long name", { name: "a".repeat(64) }, "HED1009 name", /63/],
  ["other version", { apiVersion: "heddle/v2" }, "HED1012 apiVersion", /"heddle\/v2".*heddle\/v1/],
  ["bad service name", withService("Web", {}), "HED1009 services.Web", /lower case/],
  ["null service", withService("x", null), "HED1008 services.x", /got null/, /\{\}/],
  ["port text", withService("x", { port: "80" }), "HED1008 services.x.port", /got "80".*65535/],
  ["port range", withService("x", { port: 70000 }), "HED1009 services.x.port", /65535/],
  [
    "host without namespace",
    { discovery: { scope: "declared-calls", also: ["collector.tracing"] } },
    "HED1009 discovery.also[0]",
    /"namespace\/host"/,
    /tracing/,
  ],
  [
    "visibility",
    withService("x", { visibility: "none" }),
    "HED1009 services.x.visibility",
    /mesh, namespace, or a list of namespaces/,
  ],
  [
    "protocol",
    withService("x", { protocol: "htttp" }),
    "HED1009 services.x.protocol",
    /http2/,
    /"http"/,
  ],
  [
    "both ports",
    withService("x", { port: 1, ports: { a: { number: 2 } } }),
    "HED1009 services.x.port",
    /both/,
  ],
  [
    "port twice",
    withService("x", { ports: { a: { number: 2 }, b: { number: 2 } } }),
    "HED1009 services.x.ports.b.number",
    /"a"/,
  ],
  [
    "port name",
    withService("x", { ports: { "a-very-long-port-name": { number: 2 } } }),
    "HED1009 services.x.ports.a-very-long-port-name",
    /15/,
  ],
  [
    "version twice",
    withService("x", { versions: ["a", "a"] }),
    "HED1009 services.x.versions[1]",
    /twice/,
  ],
  [
    "version key",
    withService("x", { versions: { a: { replica: 1 } } }),
    "HED1007 services.x.versions.a.replica",
    /allowed/,
    /"replicas"/,
  ],
  [
    "bare duration",
    withService("x", { calls: { cart: { timeout: 2 } } }),
    "HED1010 services.x.calls.cart.timeout",
    /the number 2/,
    /unit/,
  ],
  [
    "zero duration",
    withService("x", { calls: { cart: { timeout: "0s" } } }),
    "HED1010 services.x.calls.cart.timeout",
    /"0s".*1ms/,
  ],
  [
    "endless duration",
    withService("x", { calls: { cart: { timeout: "25h" } } }),
    "HED1010 services.x.calls.cart.timeout",
    /24h/,
  ],
  [
    "weights",
    { routes: { cart: { split: { v1: 90, v2: 20 } } } },
    "HED1011 routes.cart.split",
    /90 \+ 20 = 110, 10 too many/,
    /take away 10/,
  ],
  [
    "weights below",
    { routes: { cart: { split: { v1: 90 } } } },
    "HED1011 routes.cart.split",
    /= 90, 10 too few/,
    /add 10/,
  ],
  ["no weights", { routes: { cart: { split: {} } } }, "HED1011 routes.cart.split", /no weights/],
  [
    "fraction",
    { routes: { cart: { split: { v1: 99.5, v2: 1 } } } },
    "HED1009 routes.cart.split.v1",
    /99.5.*whole number/,
  ],
  ["condition", retriesOn("503 "), "HED1009 routes.cart.retries.on[0]", /connect-failure/],
  ["condition number", retriesOn(503), "HED1008 routes.cart.retries.on[0]", /503/, /"503"/],
  [
    "condition typo",
    retriesOn("conect-failure"),
    "HED1009 routes.cart.retries.on[0]",
    /allowed/,
    /"connect-failure"/,
  ],
  [
    "string match",
    { routes: { cart: { rules: [{ matches: [{ path: { prefx: "/" } }] }] } } },
    "HED1008 routes.cart.rules[0].matches[0].path",
    /"prefix": path/,
  ],
  [
    "relative path",
    { routes: { cart: { rules: [{ matches: [{ path: "a" }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].path",
    /starts with \//,
  ],
  [
    "look-ahead",
    { routes: { cart: { rules: [{ matches: [{ path: { regex: "(?=a)" } }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].path.regex",
    /RE2/,
    /look-around/,
  ],
  [
    "broken regex",
    { routes: { cart: { rules: [{ matches: [{ path: { regex: "(" } }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].path.regex",
    /RE2/,
  ],
  [
    "empty match",
    { routes: { cart: { rules: [{ matches: [{}] }] } } },
    "HED1009 routes.cart.rules[0].matches[0]",
    /at least one of path/,
  ],
  [
    "no header to match",
    { routes: { cart: { rules: [{ matches: [{ headers: {} }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0]",
    /at least one of path/,
  ],
  [
    "cookie value",
    { routes: { cart: { rules: [{ matches: [{ cookies: { a: "1;2" } }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].cookies.a",
    /without quotes/,
  ],
  [
    "regex for a cookie",
    { routes: { cart: { rules: [{ matches: [{ cookies: { a: { regex: ".*" } } }] }] } } },
    "HED1008 routes.cart.rules[0].matches[0].cookies.a",
    /present/,
  ],
  [
    "absent query parameter",
    { routes: { cart: { rules: [{ matches: [{ query: { a: { present: false } } }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].query.a.present",
    /true/,
  ],
  [
    "four cookies",
    {
      routes: {
        cart: { rules: [{ matches: [{ cookies: { a: "1", b: "1", c: "1", d: "1" } }] }] },
      },
    },
    "HED1009 routes.cart.rules[0].matches[0].cookies",
    /at most 3/,
  ],
  [
    "more than all",
    { routes: { cart: { mirror: { version: "v1", percent: 101 } } } },
    "HED1009 routes.cart.mirror.percent",
    /0 to 100/,
  ],
  [
    "redirect to the same place",
    { routes: { cart: { redirect: { status: 301 } } } },
    "HED1009 routes.cart.redirect",
    /at least one of scheme/,
  ],
  [
    "status of an answer",
    { routes: { cart: { respond: { status: 100 } } } },
    "HED1009 routes.cart.respond.status",
    /200 to 599/,
  ],
  [
    "header in two lines",
    { routes: { cart: { headers: { request: { set: { a: "b\nc" } } } } } },
    "HED1009 routes.cart.headers.request.set.a",
    /value of a header/,
  ],
  [
    "header twice",
    { routes: { cart: { rules: [{ matches: [{ headers: { a: "1", A: "2" } }] }] } } },
    "HED1009 routes.cart.rules[0].matches[0].headers.a",
    /the same/,
  ],
  [
    "rule name twice",
    { routes: { cart: { rules: [{ name: "default", matches: [{ path: "/" }] }] } } },
    "HED1009 routes.cart.rules[0].name",
    /"default" twice/,
  ],
  [
    "host with scheme",
    { gateways: { edge: { hosts: { "https://a.example": { service: "web" } } } } },
    'HED1009 gateways.edge.hosts["https://a.example"]',
    /without scheme/,
  ],
  [
    "what takes the place of a part's path with a slash at its end",
    {
      gateways: {
        edge: {
          hosts: {
            "a.example": {
              paths: { "/c": { service: "cart", rewrite: { path: { prefix: "/v1/" } } } },
            },
          },
        },
      },
    },
    'HED1009 gateways.edge.hosts["a.example"].paths["/c"].rewrite.path.prefix',
    /does not end with it/,
  ],
  [
    "wildcard in a path of access",
    withService("x", { calls: { cart: { operations: [{ paths: ["/a*"] }] } } }),
    "HED1009 services.x.calls.cart.operations[0].paths[0]",
    /without \*/,
  ],
  [
    "block of addresses",
    {
      access: {
        rules: { a: { action: "deny", services: ["cart"], from: [{ ipBlocks: ["10.0.0.0/33"] }] } },
      },
    },
    "HED1009 access.rules.a.from[0].ipBlocks[0]",
    /an IP address, or a block/,
  ],
  [
    "rule without a door",
    { access: { rules: { a: { action: "deny" } } } },
    "HED1009 access.rules.a",
    /services or gateways/,
  ],
  [
    "custom without provider",
    { access: { rules: { a: { action: "custom", services: ["cart"] } } } },
    "HED1009 access.rules.a",
    /a provider exactly where/,
  ],
  [
    "identity without its scheme",
    {
      access: {
        rules: {
          a: { action: "deny", services: ["cart"], from: [{ principals: ["a/ns/b/sa/c"] }] },
        },
      },
    },
    "HED1009 access.rules.a.from[0].principals[0]",
    /a SPIFFE identity/,
  ],
];
