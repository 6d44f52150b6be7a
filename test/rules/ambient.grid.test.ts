import { objectOfOtherNamespace } from "../../rules/ambient/object-of-other-namespace.ts";
import { policyWithoutWaypoint } from "../../rules/ambient/policy-without-waypoint.ts";
import { routeWithoutWaypoint } from "../../rules/ambient/route-without-waypoint.ts";
import { namespace, labelled, mode, use, ambient, enrolled, cart } from "./ambient-manifests.ts";
import { deployment, destinationRule, object, to, virtualService, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const routes = virtualService("cart", { route: [to("cart")] });
const bare = ["fail VirtualService shop/cart: spec.hosts[0]"];
const httpRoute = (kind: string) =>
  object("gateway.networking.k8s.io/v1", "HTTPRoute", "cart", {
    parentRefs: [{ kind, group: "", name: "cart" }],
    rules: [{ backendRefs: [{ name: "cart", port: 80 }] }],
  });

runGrid(routeWithoutWaypoint, [
  ["no waypoint", yaml(ambient, cart, routes), bare],
  ["one of the namespace", yaml(enrolled, cart, routes), []],
  ["one of the service", yaml(ambient, labelled("cart", use), routes), []],
  [
    "none of the service",
    yaml(enrolled, labelled("cart", "istio.io/use-waypoint: none"), routes),
    bare,
  ],
  ["no ambient", yaml(namespace("shop", "istio-injection: enabled"), cart, routes), []],
  ["a namespace that nothing describes", yaml(cart, routes), []],
  ["a service that nothing describes", yaml(ambient, routes), []],
  ["an application with a sidecar", yaml(ambient, cart, routes, deployment("web", "v1")), []],
  [
    "pods that left",
    yaml(ambient, cart, routes, deployment("cart", "v1", { inject: "false" })).replaceAll(
      'sidecar.istio.io/inject: "false"',
      "istio.io/dataplane-mode: none",
    ),
    [],
  ],
  [
    "for a gateway",
    yaml(ambient, cart, routes.replace("hosts:", "gateways: [edge]\n  hosts:")),
    [],
  ],
  [
    "a route of a service",
    yaml(ambient, cart, httpRoute("Service")),
    ["fail HTTPRoute shop/cart: spec.parentRefs[0]"],
  ],
  ["a route of a gateway", yaml(ambient, cart, httpRoute("Gateway")), []],
]);

const ejects = destinationRule("cart", {
  host: "cart",
  trafficPolicy: { outlierDetection: { consecutive5xxErrors: 3 } },
});
const idle = ["fail DestinationRule shop/cart: spec.host"];

runGrid(policyWithoutWaypoint, [
  ["no waypoint", yaml(ambient, cart, ejects), idle],
  ["a waypoint", yaml(enrolled, cart, ejects), []],
  [
    "TLS only",
    yaml(
      ambient,
      cart,
      destinationRule("cart", { host: "cart", trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } }),
    ),
    [],
  ],
  [
    "subsets",
    yaml(
      ambient,
      cart,
      destinationRule("cart", {
        host: "cart",
        subsets: [{ name: "v1", labels: { version: "v1" } }],
      }),
    ),
    idle,
  ],
  [
    "of one port",
    yaml(
      ambient,
      cart,
      destinationRule("cart", {
        host: "cart",
        trafficPolicy: {
          portLevelSettings: [
            { port: { number: 80 }, connectionPool: { tcp: { maxConnections: 1 } } },
          ],
        },
      }),
    ),
    idle,
  ],
  ["behind a gateway", yaml(ambient, cart, ejects, httpRoute("Gateway")), []],
  ["a host outside", yaml(ambient, cart, ejects.replaceAll("host: cart", "host: example.com")), []],
]);

const full = "cart.shop.svc.cluster.local";
const elsewhere = (at: string) =>
  object("networking.istio.io/v1", "VirtualService", at, {
    hosts: [full],
    http: [{ route: [to(full)] }],
  });
const ruleAt = (at: string) => destinationRule(at, { host: full, subsets: [] });

runGrid(objectOfOtherNamespace, [
  ["of the service", yaml(enrolled, cart, elsewhere("shop/cart"), ruleAt("shop/cart")), []],
  [
    "of the caller",
    yaml(enrolled, cart, elsewhere("web/cart"), ruleAt("web/cart")),
    ["fail DestinationRule web/cart: spec.host", "fail VirtualService web/cart: spec.hosts[0]"],
  ],
  ["of the whole mesh", yaml(enrolled, cart, ruleAt("istio-system/cart")), []],
  [
    "of the waypoint",
    yaml(
      namespace("shop", mode, use, "istio.io/use-waypoint-namespace: web"),
      cart,
      elsewhere("web/cart"),
    ),
    [],
  ],
  ["no waypoint", yaml(ambient, cart, elsewhere("web/cart")), []],
]);
