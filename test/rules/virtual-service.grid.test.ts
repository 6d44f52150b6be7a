import { conflictingMeshHosts } from "../../rules/routing/conflicting-mesh-hosts.ts";
import { destinationWithoutPort } from "../../rules/routing/destination-without-port.ts";
import { exportsToUnknownNamespace } from "../../rules/routing/exports-to-unknown-namespace.ts";
import { hostNotInGateway } from "../../rules/routing/host-not-in-gateway.ts";
import { redirectLoop } from "../../rules/routing/redirect-loop.ts";
import { repeatedDestination } from "../../rules/routing/repeated-destination.ts";
import { subsetsBypassedByGateway } from "../../rules/routing/subsets-bypassed-by-gateway.ts";
import { unknownDelegate } from "../../rules/routing/unknown-delegate.ts";
import { unknownGateway } from "../../rules/routing/unknown-gateway.ts";
import { unknownDestinationPort } from "../../rules/routing/unknown-destination-port.ts";
import { object, service, to, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const istio = "networking.istio.io/v1";
const routes = (at: string, spec: Record<string, unknown>) =>
  object(istio, "VirtualService", at, spec);
const gateway = (...hosts: readonly string[]) =>
  object(istio, "Gateway", "edge", { servers: [{ hosts }] });
const cart = "VirtualService shop/cart: spec";
const listeners = (...hostnames: readonly (string | undefined)[]) =>
  object("gateway.networking.k8s.io/v1", "Gateway", "edge", {
    gatewayClassName: "istio",
    listeners: hostnames.map((hostname, index) => ({
      name: `l${String(index)}`,
      port: 80,
      protocol: "HTTP",
      ...(hostname === undefined ? {} : { hostname }),
    })),
  });
const port = (number: number) => ({ destination: { host: "cart", port: { number } } });

runGrid(unknownGateway, [
  [
    "a Gateway of the Gateway API",
    yaml(listeners("a.example"), routes("cart", { hosts: ["a.example"], gateways: ["edge"] })),
    [`fail ${cart}.gateways[0]`],
  ],
  [
    "none",
    yaml(listeners("a.example"), routes("cart", { hosts: ["a.example"], gateways: ["egde"] })),
    [`fail ${cart}.gateways[0]`],
  ],
  [
    "one that only a match asks for",
    yaml(
      listeners("a.example"),
      routes("cart", {
        hosts: ["a.example"],
        gateways: ["edge"],
        http: [{ match: [{ gateways: ["edge", "mesh"] }, { gateways: ["other/edge"] }] }],
        tcp: [{ match: [{ gateways: ["egde"] }] }],
      }),
    ),
    [
      `fail ${cart}.gateways[0]`,
      `fail ${cart}.http[0].match[1].gateways[0]`,
      `fail ${cart}.tcp[0].match[0].gateways[0]`,
    ],
  ],
]);

runGrid(hostNotInGateway, [
  [
    "a host of a listener",
    yaml(listeners("*.example"), routes("cart", { hosts: ["a.example"], gateways: ["edge"] })),
    [],
  ],
  [
    "a listener for every host",
    yaml(
      listeners("b.example", undefined),
      routes("cart", { hosts: ["a.example"], gateways: ["shop/edge"] }),
    ),
    [],
  ],
  [
    "a host of no listener",
    yaml(listeners("b.example"), routes("cart", { hosts: ["a.example"], gateways: ["edge"] })),
    [`fail ${cart}.gateways[0]`],
  ],
  [
    "one of two, also for the sidecars",
    yaml(
      gateway("a.example"),
      routes("cart", { hosts: ["a.example", "cart"], gateways: ["edge", "mesh"] }),
    ),
    [],
  ],
  [
    "one of two, for gateways only",
    yaml(
      gateway("a.example"),
      routes("cart", { hosts: ["a.example", "b.example"], gateways: ["edge"] }),
    ),
    [`fail ${cart}.gateways[0]`],
  ],
  [
    "a wildcard of the route",
    yaml(gateway("a.x.example"), routes("cart", { hosts: ["*.x.example"], gateways: ["edge"] })),
    [],
  ],
  [
    "unknown hosts of the gateway",
    yaml(gateway(unknownText), routes("cart", { hosts: ["a.example"], gateways: ["edge"] })),
    [],
  ],
]);

runGrid(unknownDestinationPort, [
  [
    "the port of the service",
    yaml(service("cart"), routes("cart", { http: [{ route: [port(80)] }] })),
    [],
  ],
  [
    "of TCP",
    yaml(service("cart"), routes("cart", { tcp: [{ route: [port(81)] }] })),
    [`fail ${cart}.tcp[0].route[0].destination.port.number`],
  ],
  [
    "of a mirror",
    yaml(
      service("cart"),
      routes("cart", { http: [{ mirror: { host: "cart", port: { number: 81 } } }] }),
    ),
    [`fail ${cart}.http[0].mirror.port.number`],
  ],
  [
    "of one of several mirrors",
    yaml(service("cart"), routes("cart", { http: [{ mirrors: [port(81)] }] })),
    [`fail ${cart}.http[0].mirrors[0].destination.port.number`],
  ],
]);

const ports = [
  { name: "http", port: 80 },
  { name: "grpc", port: 90 },
];

runGrid(destinationWithoutPort, [
  ["one port", yaml(service("cart"), routes("cart", { http: [{ route: [to("cart")] }] })), []],
  [
    "two ports",
    yaml(
      object("v1", "Service", "cart", { ports }),
      routes("cart", { http: [{ route: [to("cart")] }] }),
    ),
    [`fail ${cart}.http[0].route[0]`],
  ],
]);

runGrid(conflictingMeshHosts, [
  [
    "two states of one object, of which the last is applied",
    yaml(routes("cart", { hosts: ["cart"] }), routes("cart", { hosts: ["cart"], http: [] })),
    [],
  ],
  [
    "of gateways",
    yaml(
      routes("cart", { hosts: ["cart"], gateways: ["edge"] }),
      routes("cart2", { hosts: ["cart"], gateways: ["edge"] }),
    ),
    [],
  ],
  [
    "of other namespaces",
    yaml(routes("cart", { hosts: ["cart"] }), routes("other/cart", { hosts: ["cart"] })),
    [],
  ],
  [
    "a default of the mesh keeps them apart",
    yaml(
      object("v1", "ConfigMap", "istio-system/istio") +
        'data: { mesh: "defaultVirtualServiceExportTo: [.]" }\n',
      routes("cart", { hosts: ["a.example"] }),
      routes("other/cart", { hosts: ["a.example"] }),
    ),
    [],
  ],
  [
    "a wildcard for everybody",
    yaml(
      routes("cart", { hosts: ["a.x.example"], exportTo: ["."] }),
      routes("other/wild", { hosts: ["*.x.example"] }),
    ),
    [`fail ${cart}.hosts`, "fail VirtualService other/wild: spec.hosts"],
  ],
]);

const split = routes("split", { hosts: ["cart"], http: [{ route: [to("cart", "v1")] }] });

runGrid(subsetsBypassedByGateway, [
  [
    "a gateway past the split",
    yaml(
      split,
      routes("cart", { hosts: ["a.example"], gateways: ["edge"], http: [{ route: [to("cart")] }] }),
    ),
    [`fail ${cart}.http[0].route[0]`],
  ],
  [
    "a service that is not always split",
    yaml(
      routes("split", {
        hosts: ["cart"],
        http: [
          { match: [{ uri: { exact: "/a" } }], route: [to("cart")] },
          { route: [to("cart", "v1")] },
        ],
      }),
      routes("cart", { hosts: ["a.example"], gateways: ["edge"], http: [{ route: [to("cart")] }] }),
    ),
    [],
  ],
  [
    "a service of that name elsewhere",
    yaml(split, routes("other/cart", { gateways: ["edge"], http: [{ route: [to("cart")] }] })),
    [],
  ],
]);

const redirects = (...http: readonly Record<string, unknown>[]) => routes("cart", { http });

runGrid(redirectLoop, [
  [
    "everything to a path",
    redirects({ redirect: { uri: "/login" } }),
    [`fail ${cart}.http[0].redirect`],
  ],
  ["to another host", redirects({ redirect: { uri: "/login", authority: "a.example" } }), []],
  ["to TLS", redirects({ redirect: { scheme: "https" } }), []],
  [
    "taken before",
    redirects({ match: [{ uri: { regex: "/l.*" } }] }, { redirect: { uri: "/login" } }),
    [],
  ],
  [
    "only with a header",
    redirects({ match: [{ headers: { x: { exact: "1" } } }], redirect: { uri: "/a" } }),
    [],
  ],
]);

runGrid(repeatedDestination, [
  ["two subsets", redirects({ route: [to("cart", "v1"), to("cart", "v2")] }), []],
  [
    "short and full name",
    redirects({ route: [to("cart"), to("cart.shop.svc.cluster.local")] }),
    [`fail ${cart}.http[0].route[1]`],
  ],
  [
    "with other headers",
    redirects({ route: [to("cart"), { ...to("cart"), headers: { request: { remove: ["x"] } } }] }),
    [],
  ],
]);

runGrid(unknownDelegate, [
  ["missing", redirects({ delegate: { name: "a" } }), [`fail ${cart}.http[0].delegate`]],
  [
    "in its namespace",
    yaml(redirects({ delegate: { name: "a", namespace: "other" } }), routes("other/a", {})),
    [],
  ],
  [
    "with hosts",
    yaml(redirects({ delegate: { name: "a" } }), routes("a", { hosts: ["a.example"] })),
    [`fail ${cart}.http[0].delegate`],
  ],
  ["an unknown one", redirects({ delegate: { name: unknownText } }), []],
]);

const shop = "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop }\n";

runGrid(exportsToUnknownNamespace, [
  ["no namespace described", routes("cart", { exportTo: ["web"] }), []],
  ["relative ones", yaml(shop, routes("cart", { exportTo: [".", "*"] })), []],
  [
    "one where something is",
    yaml(shop, service("web/a"), routes("cart", { exportTo: ["web"] })),
    [],
  ],
  ["none", yaml(shop, routes("cart", { exportTo: ["web"] })), [`fail ${cart}.exportTo[0]`]],
]);
