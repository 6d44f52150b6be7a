import { allowsUndeclaredCaller } from "../../rules/access/allows-undeclared-caller.ts";
import { gatewayWithoutPolicy } from "../../rules/access/gateway-without-policy.ts";
import { noDefaultDeny } from "../../rules/access/no-default-deny.ts";
import { pathBeforeRewrite } from "../../rules/access/path-before-rewrite.ts";
import { forgedClaimHeader } from "../../rules/jwt/forged-claim-header.ts";
import { deployment, object, service, to, yaml } from "./manifests.ts";
import { outside, pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";
const access = (at: string, spec: object) =>
  object("security.istio.io/v1", "AuthorizationPolicy", at, { ...spec });

runGrid(noDefaultDeny, [
  ["nobody speaks of access", pod("cart"), []],
  [
    "a policy of another namespace",
    yaml(pod("cart"), access("other/x", {})),
    ["fail Deployment shop/cart: spec.template.metadata"],
  ],
  ["a DENY for everything", yaml(pod("cart"), access("x", { action: "DENY", rules: [{}] })), []],
  ["the whole mesh", yaml(pod("cart"), access("istio-system/x", {})), []],
  [
    "a DENY for something",
    yaml(
      pod("cart"),
      access("x", { action: "DENY", rules: [{ to: [{ operation: { ports: ["9"] } }] }] }),
    ),
    [],
  ],
  ["outside the mesh", yaml(pod("cart", { labels: outside }), access("other/x", {})), []],
]);

const mesh = `apiVersion: heddle/v1
name: shop
trust: { domain: a }
services: { web: { calls: { cart: {} } }, mail: { calls: { web: {} } }, cart: {} }
`;
const allowing = (...principals: readonly string[]) =>
  access("cart", {
    selector: { matchLabels: { app: "cart" } },
    rules: [{ from: [{ source: { principals } }] }],
  });

runGrid(allowsUndeclaredCaller, [
  ["a workload that nobody declares", yaml(mesh, allowing("a/ns/istio-system/sa/ingress")), []],
  ["a wildcard", yaml(mesh, allowing("*/sa/mail")), []],
  [
    "any trust domain",
    yaml(mesh, allowing("*/ns/shop/sa/web", "*/ns/shop/sa/mail")),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.principals[1]"],
  ],
  [
    "a service that nobody calls",
    yaml(
      mesh,
      access("mail", {
        selector: { matchLabels: { app: "mail" } },
        rules: [{ from: [{ source: { principals: ["a/ns/shop/sa/web"] } }] }],
      }),
    ),
    [],
  ],
]);

const rewriting = (...http: readonly object[]) =>
  object("networking.istio.io/v1", "VirtualService", "cart", {
    hosts: ["shop.example.com"],
    gateways: ["edge"],
    http,
  });
const rewritten = {
  match: [{ uri: { prefix: "/api" } }],
  rewrite: { uri: "/" },
  route: [to("cart")],
};
const denying = (path: string) =>
  access("cart", {
    selector: { matchLabels: { app: "cart" } },
    action: "DENY",
    rules: [{ to: [{ operation: { paths: [path] } }] }],
  });
const cart = yaml(service("cart"), pod("cart"));

runGrid(pathBeforeRewrite, [
  [
    "below the prefix",
    yaml(cart, rewriting(rewritten), denying("/api/admin")),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].to[0].operation.paths[0]"],
  ],
  ["only alike", yaml(cart, rewriting(rewritten), denying("/apis")), []],
  [
    "a route that keeps the path",
    yaml(
      cart,
      rewriting({ match: [{ uri: { prefix: "/api/admin" } }], route: [to("cart")] }, rewritten),
      denying("/api/admin"),
    ),
    [],
  ],
  [
    "another service",
    yaml(
      cart,
      service("mail"),
      rewriting({ ...rewritten, route: [to("mail")] }),
      denying("/api/admin"),
    ),
    [],
  ],
  [
    "a longer path",
    yaml(cart, rewriting({ ...rewritten, rewrite: { uri: "/api/v2" } }), denying("/api/admin")),
    [],
  ],
]);

const edge = (annotations: object, spec: object = {}) =>
  yaml(
    JSON.stringify({
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: "edge", namespace: "edge", annotations },
      spec: { type: "LoadBalancer", selector: { istio: "edge" }, ...spec },
    }) + "\n",
    object("networking.istio.io/v1", "Gateway", "edge/edge", {
      selector: { istio: "edge" },
      servers: [],
    }),
  );

runGrid(gatewayWithoutPolicy, [
  ["a public load balancer", edge({}), ["fail Gateway edge/edge: spec.servers"]],
  ["an internal one", edge({ "networking.gke.io/load-balancer-type": "Internal" }), []],
  ["source ranges", edge({}, { loadBalancerSourceRanges: ["10.0.0.0/8"] }), []],
  ["marked as public", edge({ "heddle.dev/public": "true" }), []],
  [
    "tokens are checked",
    yaml(edge({}), object("security.istio.io/v1", "RequestAuthentication", "istio-system/x", {})),
    [],
  ],
]);

const users = (selector: object) =>
  object("security.istio.io/v1", "RequestAuthentication", "edge/users", {
    selector: { matchLabels: selector },
    jwtRules: [{ issuer: "i", outputClaimToHeaders: [{ header: "X-Role", claim: "role" }] }],
  });
const gateway = (name: string) =>
  yaml(
    object("networking.istio.io/v1", "Gateway", `edge/${name}`, {
      selector: { istio: name },
      servers: [],
    }),
    object("apps/v1", "Deployment", `edge/${name}`, {
      template: {
        metadata: { labels: { istio: name } },
        spec: { containers: [{ name: "istio-proxy", image: "auto" }] },
      },
    }),
  );
const entry = (gateways: readonly string[], headers: object = {}) =>
  object("networking.istio.io/v1", "VirtualService", "cart", {
    hosts: ["a.example.com"],
    gateways,
    http: [{ route: [to("cart")], headers }],
  });
const both = yaml(gateway("one"), gateway("two"));

runGrid(forgedClaimHeader, [
  [
    "one of two gateways checks",
    yaml(users({ istio: "one" }), both, entry(["edge/one", "edge/two"])),
    ["fail VirtualService shop/cart: spec.http[0]"],
  ],
  [
    "the route removes it",
    yaml(
      users({ istio: "one" }),
      both,
      entry(["edge/one", "edge/two"], { request: { remove: ["x-role"] } }),
    ),
    [],
  ],
  ["both check", yaml(users({}), both, entry(["edge/one", "edge/two"])), []],
  ["only the other is used", yaml(users({ istio: "one" }), both, entry(["edge/two"])), []],
  [
    "checked where it is trusted",
    yaml(
      object("security.istio.io/v1", "RequestAuthentication", "users", {
        jwtRules: [{ issuer: "i", outputClaimToHeaders: [{ header: "x-role", claim: "role" }] }],
      }),
      deployment("cart", "v1"),
      access("a", { rules: [{ when: [{ key: "request.headers[x-role]", values: ["admin"] }] }] }),
    ),
    [],
  ],
]);
