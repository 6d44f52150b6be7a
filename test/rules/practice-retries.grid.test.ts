import { idleLongerThanServer } from "../../rules/resilience/idle-longer-than-server.ts";
import { limitAboveCapacity } from "../../rules/resilience/limit-above-capacity.ts";
import { retryInTwoLayers } from "../../rules/resilience/retry-in-two-layers.ts";
import { retryWithoutBudget } from "../../rules/resilience/retry-without-budget.ts";
import { sharedWithoutLimits } from "../../rules/resilience/without-limits.ts";
import { destinationRule, object, service, to, virtualService, yaml } from "./manifests.ts";
import { pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const retrying = (attempts: number) =>
  virtualService("cart", { route: [to("cart")], retries: { attempts } });
const pool = (connectionPool: object, host = "cart") =>
  destinationRule("cart", { host, trafficPolicy: { connectionPool } });
const url = (value: string, ...more: readonly object[]) => ({
  container: { env: [{ name: "URL", value }, ...more] },
});
const mesh = (cart: string, call: string) =>
  `name: shop\ntrust: { domain: a }\nservices: { web: { calls: { cart: ${call} } }, cart: ${cart} }\n`;

runGrid(retryWithoutBudget, [
  ["no retries", retrying(0), []],
  ["few", retrying(2), []],
  ["those that Istio adds", virtualService("cart", { route: [to("cart")] }), []],
  ["no DestinationRule", retrying(3), ["fail VirtualService shop/cart: spec.http[0].retries"]],
  [
    "one that bounds nothing",
    yaml(retrying(3), pool({ tcp: { maxConnections: 1 } })),
    ["fail VirtualService shop/cart: spec.http[0].retries"],
  ],
  ["most retries at once", yaml(retrying(3), pool({ http: { maxRetries: 3 } })), []],
  [
    "for all hosts of a namespace",
    yaml(retrying(3), pool({ http: { maxRetries: 3 } }, "*.shop.svc.cluster.local")),
    [],
  ],
  [
    "a call of a mesh",
    mesh("{}", "{ timeout: 2s, retries: { attempts: 3, perTryTimeout: 500ms } }"),
    ["fail mesh shop: services.web.calls.cart"],
  ],
  [
    "a call with a budget",
    mesh(
      "{ policy: { retryBudget: { percent: 20 } } }",
      "{ timeout: 2s, retries: { attempts: 3, perTryTimeout: 500ms } }",
    ),
    [],
  ],
]);

const outside = (match: object) =>
  object("networking.istio.io/v1", "VirtualService", "bank", {
    hosts: ["api.bank.example"],
    gateways: ["egress"],
    http: [
      {
        match: [{ gateways: ["mesh"] }],
        route: [{ destination: { host: "egressgateway.istio-system.svc.cluster.local" } }],
        retries: { attempts: 2 },
      },
      { match: [match], route: [to("api.bank.example")], retries: { attempts: 2 } },
    ],
  });
const twice = ["fail VirtualService shop/bank: spec.http[1].retries"];

runGrid(retryInTwoLayers, [
  ["a sidecar and an egress gateway", outside({ gateways: ["egress"] }), twice],
  ["a gateway that the whole is for", outside({ port: 80 }), twice],
  ["a match that lists no gateway is for those of the whole", outside({ gateways: [] }), twice],
  [
    "retries of the application only",
    pod("web", url("http://cart", { name: "MAX_RETRIES", value: "3" })),
    [],
  ],
  [
    "both",
    yaml(retrying(2), pod("web", url("http://cart", { name: "HTTP_RETRIES", value: "3" }))),
    ["fail Deployment shop/web: spec.template.spec.containers[0].env[1]"],
  ],
  [
    "of a database",
    yaml(retrying(2), pod("web", url("http://cart", { name: "DB_MAX_RETRIES", value: "3" }))),
    [],
  ],
  [
    "of another host",
    yaml(retrying(2), pod("web", url("http://stock", { name: "HTTP_RETRIES", value: "3" }))),
    [],
  ],
  [
    "of a declared call",
    yaml(
      mesh("{}", "{}"),
      service("web"),
      retrying(2),
      pod("web", { container: { env: [{ name: "RETRY_COUNT", value: "2" }] } }),
    ),
    ["fail Deployment shop/web: spec.template.spec.containers[0].env[0]"],
  ],
]);

runGrid(sharedWithoutLimits, [
  ["one caller", yaml(service("cart"), pod("web", url("http://cart"))), []],
  [
    "two callers",
    yaml(service("cart"), pod("web", url("http://cart")), pod("app", url("http://cart.shop:80"))),
    [],
  ],
  [
    "four callers",
    yaml(service("cart"), ...["a", "b", "c", "d"].map((name) => pod(name, url("http://cart")))),
    ["fail Service shop/cart: (root)"],
  ],
  [
    "two callers and a time to connect",
    yaml(
      service("cart"),
      pod("web", url("http://cart")),
      pod("app", url("http://cart")),
      pool({ tcp: { connectTimeout: "1s" } }),
    ),
    ["fail DestinationRule shop/cart: spec.trafficPolicy"],
  ],
  [
    "two callers and a limit",
    yaml(
      service("cart"),
      pod("web", url("http://cart")),
      pod("app", url("http://cart")),
      pool({ tcp: { maxConnections: 9 } }),
    ),
    [],
  ],
  [
    "a limit for every host",
    yaml(
      service("cart"),
      pod("web", url("http://cart")),
      pod("app", url("http://cart")),
      pool({ http: { http2MaxRequests: 9 } }, "*.local"),
    ),
    [],
  ],
]);

const taking = (env: object) => pod("cart", { replicas: 2, container: { env: [env] } });
const limited = (maxConnections: number) => pool({ tcp: { maxConnections } });

runGrid(limitAboveCapacity, [
  [
    "nobody says a capacity",
    yaml(service("cart"), pod("cart"), pod("web", url("http://cart")), limited(1000)),
    [],
  ],
  [
    "nobody is known to call",
    yaml(service("cart"), taking({ name: "MAX_CONNECTIONS", value: "10" }), limited(1000)),
    [],
  ],
  [
    "more than all instances take",
    yaml(
      service("cart"),
      taking({ name: "APP_MAX_CONCURRENCY", value: "10" }),
      pod("web", { replicas: 3, ...url("http://cart") }),
      limited(7),
    ),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.connectionPool"],
  ],
  [
    "just as much",
    yaml(
      service("cart"),
      taking({ name: "MAX_CONNECTIONS", value: "10" }),
      pod("web", { replicas: 2, ...url("http://cart") }),
      limited(10),
    ),
    [],
  ],
  [
    "the most of something else",
    yaml(
      service("cart"),
      taking({ name: "DB_MAX_CONNECTIONS_AGE", value: "10" }),
      pod("web", url("http://cart")),
      limited(99),
    ),
    [],
  ],
]);

const idle = (idleTimeout: string) => pool({ http: { idleTimeout } });
const serving = (container: object, labels: object = {}) =>
  yaml(service("cart"), pod("cart", { container, labels }));

runGrid(idleLongerThanServer, [
  [
    "the default of an hour",
    serving({ env: [{ name: "KEEP_ALIVE_TIMEOUT", value: "65" }] }),
    ["fail Deployment shop/cart: spec.template.spec.containers[0].env[0]"],
  ],
  [
    "milliseconds",
    yaml(serving({ env: [{ name: "SERVER_KEEPALIVE_TIMEOUT_MS", value: "5000" }] }), idle("4s")),
    [],
  ],
  [
    "arguments",
    yaml(serving({ command: ["gunicorn", "--keep-alive", "5"] }), idle("10s")),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.connectionPool"],
  ],
  [
    "switched off",
    yaml(serving({ args: ["--keep-alive-timeout=5s"] }), idle("0s")),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.connectionPool"],
  ],
  ["nobody says", serving({}), []],
  [
    "no proxy beside it",
    serving({ args: ["--keep-alive=5"] }, { "sidecar.istio.io/inject": "false" }),
    [],
  ],
  ["another kind of keep-alive", serving({ env: [{ name: "KEEP_ALIVE", value: "true" }] }), []],
  [
    "a host outside",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "a", { hosts: ["a.example"] }),
      idle("10s"),
    ),
    [],
  ],
]);
