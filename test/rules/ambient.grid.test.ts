import { expect, test } from "vitest";
import { objectOfOtherNamespace } from "../../rules/ambient/object-of-other-namespace.ts";
import { policyWithoutWaypoint } from "../../rules/ambient/policy-without-waypoint.ts";
import { routeWithoutWaypoint } from "../../rules/ambient/route-without-waypoint.ts";
import { namespace, labelled, mode, use, ambient, enrolled, cart } from "./ambient-manifests.ts";
import { deployment, destinationRule, object, to, virtualService, yaml } from "./manifests.ts";
import { graphOfYaml } from "./graph-of-yaml.ts";
import { runGrid } from "./run-grid.ts";
import { runRule } from "../../rules/run-rule.ts";

const routes = virtualService("cart", { route: [to("cart")] });
const bare = ["fail VirtualService shop/cart: spec.hosts[0]"];
const full = "cart.shop.svc.cluster.local";
const elsewhere = (at: string) =>
  object("networking.istio.io/v1", "VirtualService", at, {
    hosts: [full],
    http: [{ route: [to(full)] }],
  });
const bareElsewhere = ["fail VirtualService web/cart: spec.hosts[0]"];
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
  ["a service that nothing describes", yaml(ambient, routes), bare],
  ["one of another namespace", yaml(ambient, cart, elsewhere("web/cart")), bareElsewhere],
  ["a host outside", yaml(ambient, cart, routes.replaceAll("cart]", "example.com]")), bare],
  ["the same, behind a waypoint", yaml(enrolled, routes.replaceAll("cart]", "api.com]")), []],
  ["an application with a sidecar", yaml(ambient, cart, routes, deployment("web", "v1")), bare],
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
const connections = destinationRule("cart", {
  host: "cart",
  trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 } } },
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
  ["a host outside", yaml(ambient, cart, ejects.replace("host: cart", "host: example.com")), idle],
  [
    "connections outside",
    yaml(ambient, connections.replace("host: cart", "host: example.com")),
    [],
  ],
]);

const ruleAt = (at: string) => destinationRule(at, { host: full, subsets: [] });

runGrid(objectOfOtherNamespace, [
  ["of the service", yaml(enrolled, cart, elsewhere("shop/cart"), ruleAt("shop/cart")), []],
  [
    "of the caller",
    yaml(enrolled, cart, elsewhere("web/cart"), ruleAt("web/cart")),
    ["fail DestinationRule web/cart: spec.host", "fail VirtualService web/cart: spec.hosts[0]"],
  ],
  [
    "of a caller with a sidecar",
    yaml(enrolled, cart, elsewhere("web/cart"), deployment("web/web", "v1")),
    [],
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

test.each([
  ["of the namespace", yaml(ambient, cart, routes), "KIA1113"],
  ["of another namespace", yaml(ambient, cart, elsewhere("web/cart")), "KIA1113, KIA1114"],
  ["of a service that nothing describes", yaml(ambient, routes), "KIA1109"],
  ["of a service", yaml(ambient, cart, httpRoute("Service")), ""],
  ["that count requests", yaml(ambient, cart, ejects), "KIA0211"],
  ["that count connections", yaml(ambient, cart, connections), ""],
])("routes and policies without a waypoint have the ids of Kiali: %s", (_, text, ids) => {
  const { graph } = graphOfYaml(text);
  const found = [routeWithoutWaypoint, policyWithoutWaypoint].flatMap((rule) =>
    runRule(graph, rule).map(({ covers }) => covers?.join(", ")),
  );
  expect(found).toEqual([ids]);
});
