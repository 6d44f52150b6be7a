import { accessRemoved } from "../../rules/change/access-removed.ts";
import { accessWidened } from "../../rules/change/access-widened.ts";
import { firstAllow } from "../../rules/change/first-allow.ts";
import { identityChanged } from "../../rules/change/identity-changed.ts";
import { deployment, object, service, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

type Fields = Readonly<Record<string, unknown>>;
const cart = yaml(service("cart"), deployment("cart", "v1"));
const policy = (at: string, spec: Fields) =>
  object("security.istio.io/v1", "AuthorizationPolicy", at, spec);
const ofCart = { selector: { matchLabels: { app: "cart" } } };
const from = (...principals: readonly string[]) => ({ from: [{ source: { principals } }] });
const web = from("cluster.local/ns/shop/sa/web");
const on = (...paths: readonly string[]) => ({ to: [{ operation: { paths } }] });
const target = {
  targetRefs: [{ kind: "Gateway", group: "gateway.networking.k8s.io", name: "edge" }],
};

runChangeGrid(accessRemoved, [
  [
    "kept",
    yaml(cart, policy("cart", { rules: [web] })),
    yaml(cart, policy("cart", { rules: [web] })),
    [],
  ],
  [
    "the last ALLOW is removed",
    yaml(cart, policy("cart", { ...ofCart, rules: [web] })),
    cart,
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  [
    "its selector matches something else now",
    yaml(cart, policy("cart", { ...ofCart, rules: [web] })),
    yaml(cart, policy("cart", { selector: { matchLabels: { app: "web" } }, rules: [web] })),
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  [
    "another one of the namespace is for it",
    yaml(cart, policy("cart", { ...ofCart, rules: [web] })),
    yaml(cart, policy("all", { rules: [web] })),
    [],
  ],
  [
    "one of the mesh is for it",
    yaml(cart, policy("cart", { ...ofCart, rules: [web] })),
    yaml(cart, policy("istio-system/all", {})),
    [],
  ],
  [
    "its workload is removed too",
    yaml(cart, deployment("web", "v1"), policy("cart", { ...ofCart, rules: [web] })),
    yaml(service("cart"), deployment("web", "v1")),
    [],
  ],
  [
    "a DENY becomes an ALLOW",
    yaml(cart, policy("cart", { action: "DENY", rules: [web] })),
    yaml(cart, policy("cart", { rules: [web] })),
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  [
    "of a target",
    yaml(cart, policy("edge", { ...target, rules: [web] })),
    cart,
    ["fail AuthorizationPolicy shop/edge: spec"],
  ],
  [
    "one in dry-run protects nothing",
    yaml(
      cart,
      policy("cart", { rules: [web] }).replace(
        "  namespace",
        "  annotations: { istio.io/dry-run: 'true' }\n  namespace",
      ),
    ),
    cart,
    [],
  ],
  [
    "AUDIT protects nothing",
    yaml(cart, policy("cart", { action: "AUDIT", rules: [web] })),
    cart,
    [],
  ],
]);

const allow = (...rules: readonly Fields[]) => policy("cart", { ...ofCart, rules });
const deny = (...rules: readonly Fields[]) => policy("cart", { ...ofCart, action: "DENY", rules });

runChangeGrid(accessWidened, [
  ["the same", allow(web), allow(web), []],
  ["one rule more that says less", allow(web), allow(web, { ...web, ...on("/a") }), []],
  ["narrower path", allow({ ...web, ...on("/cart/*") }), allow({ ...web, ...on("/cart/a") }), []],
  [
    "wider path",
    allow({ ...web, ...on("/cart/a") }),
    allow({ ...web, ...on("/cart/*") }),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0]"],
  ],
  [
    "another caller",
    allow(web),
    allow(web, from("cluster.local/ns/shop/sa/admin")),
    ["fail AuthorizationPolicy shop/cart: spec.rules[1]"],
  ],
  ["a caller of a pattern", allow(from("cluster.local/ns/shop/*")), allow(web), []],
  [
    "an exception goes",
    allow({ to: [{ operation: { paths: ["/*"], notPaths: ["/admin*"] } }] }),
    allow({ to: [{ operation: { paths: ["/*"] } }] }),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0]"],
  ],
  [
    "a wider exception",
    allow({ to: [{ operation: { notPaths: ["/admin"] } }] }),
    allow({ to: [{ operation: { notPaths: ["/admin*"] } }] }),
    [],
  ],
  [
    "a condition goes",
    allow({ ...web, when: [{ key: "request.headers[x]", values: ["1"] }] }),
    allow(web),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0]"],
  ],
  ["nothing was closed before", cart, allow(web), []],
  [
    "allowed by one for the namespace already",
    policy("all", { rules: [web] }),
    yaml(policy("all", { rules: [web] }), allow({ ...web, ...on("/a") })),
    [],
  ],
  ["more is denied", deny(on("/a")), deny(on("/a", "/b")), []],
  [
    "less is denied",
    deny(on("/a", "/b")),
    deny(on("/a")),
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  ["a wider denial", deny(on("/a")), deny(on("/*")), []],
  ["no denial at all is not for this rule", deny(on("/a")), cart, []],
]);

const calls = `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
`;

runChangeGrid(firstAllow, [
  [
    "its caller is let in",
    yaml(calls, cart),
    yaml(calls, cart, allow(from("shop.example/ns/shop/sa/web"))),
    [],
  ],
  ["by a pattern", yaml(calls, cart), yaml(calls, cart, allow(from("*/sa/web"))), []],
  [
    "by namespace",
    yaml(calls, cart),
    yaml(calls, cart, allow({ from: [{ source: { namespaces: ["shop"] } }] })),
    [],
  ],
  [
    "its caller is not",
    yaml(calls, cart),
    yaml(calls, cart, allow(from("shop.example/ns/shop/sa/admin"))),
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  [
    "nobody is",
    yaml(calls, cart),
    yaml(calls, cart, policy("none", {})),
    ["fail AuthorizationPolicy shop/none: spec"],
  ],
  [
    "it runs as somebody else",
    yaml(calls, cart),
    yaml(
      calls,
      cart,
      object("apps/v1", "Deployment", "web", {
        template: {
          metadata: { labels: { app: "web" } },
          spec: { serviceAccountName: "frontend" },
        },
      }),
      allow(from("shop.example/ns/shop/sa/web")),
    ),
    ["fail AuthorizationPolicy shop/cart: spec"],
  ],
  [
    "nobody says who calls",
    cart,
    yaml(cart, allow(web)),
    ["unknown AuthorizationPolicy shop/cart: spec"],
  ],
  ["it had one already", yaml(calls, cart, allow(web)), yaml(calls, cart, policy("none", {})), []],
  ["its workload is new", calls, yaml(calls, cart, policy("none", {})), []],
]);

const runsAs = (account: string) =>
  object("apps/v1", "Deployment", "web", {
    template: { metadata: { labels: { app: "web" } }, spec: { serviceAccountName: account } },
  });
const both = from("cluster.local/ns/shop/sa/web", "cluster.local/ns/shop/sa/frontend");

runChangeGrid(identityChanged, [
  ["the same account", yaml(runsAs("web"), allow(web)), yaml(runsAs("web"), allow(web)), []],
  ["both are allowed", yaml(runsAs("web"), allow(web)), yaml(runsAs("frontend"), allow(both)), []],
  [
    "the old one alone",
    yaml(runsAs("web"), allow(web)),
    yaml(runsAs("frontend"), allow(web)),
    ["fail Deployment shop/web: spec.template.spec.serviceAccountName"],
  ],
  ["no rule names it", runsAs("web"), runsAs("frontend"), []],
  [
    "a pattern takes both",
    yaml(runsAs("web"), allow(from("*/ns/shop/*"))),
    yaml(runsAs("frontend"), allow(from("*/ns/shop/*"))),
    [],
  ],
]);
