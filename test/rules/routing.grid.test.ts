import { routeToUnknownHost } from "../../rules/routing/route-to-unknown-host.ts";
import { loneWeight } from "../../rules/routing/lone-weight.ts";
import { splitWeights } from "../../rules/routing/split-weights.ts";
import { splitWithoutWorkload } from "../../rules/routing/split-without-workload.ts";
import {
  deployment,
  destinationRule,
  object,
  service,
  to,
  virtualService,
  yaml,
} from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const cart = yaml(service("cart"), deployment("cart", "v1"), deployment("cart", "v2"));
const subsets = destinationRule("cart", {
  host: "cart",
  subsets: [
    { name: "v1", labels: { version: "v1" } },
    { name: "v2", labels: { version: "v2" } },
  ],
});
const split = (v1: number, v2: number) =>
  virtualService("cart", { route: [to("cart", "v1", v1), to("cart", "v2", v2)] });
const vs = "VirtualService shop/cart";
const route = `${vs}: spec.http[0].route`;

runGrid(splitWithoutWorkload, [
  ["all subsets have workloads", yaml(cart, subsets, split(90, 10)), []],
  ["no subset defined", yaml(cart, split(90, 10)), [`fail ${route}[0]`, `fail ${route}[1]`]],
  [
    "no subset defined, of a mirror",
    yaml(
      cart,
      subsets,
      virtualService("cart", { route: [to("cart")], mirror: { host: "cart", subset: "v3" } }),
    ),
    [`fail ${vs}: spec.http[0].mirror`],
  ],
  [
    "an unknown host is another fault",
    virtualService("cart", { route: [to("api.example", "v1")] }),
    [],
  ],
  [
    "no service is described",
    virtualService("cart", { route: [to("cart", "v1")] }),
    [`fail ${route}[0]`],
  ],
  [
    "one version not deployed is a fault of the subset",
    yaml(service("cart"), deployment("cart", "v1"), subsets, split(90, 10)),
    [],
  ],
  [
    "no instance, weight 10",
    yaml(
      service("cart"),
      deployment("cart", "v1"),
      deployment("cart", "v2", { replicas: 0 }),
      subsets,
      split(90, 10),
    ),
    [`fail ${route}[1]`],
  ],
  [
    "no instance, weight 0",
    yaml(
      service("cart"),
      deployment("cart", "v1"),
      deployment("cart", "v2", { replicas: 0 }),
      subsets,
      split(100, 0),
    ),
    [],
  ],
  [
    "unknown instances",
    yaml(
      service("cart"),
      deployment("cart", "v1"),
      deployment("cart", "v2", { replicas: unknownText }),
      subsets,
      split(90, 10),
    ),
    [`unknown ${route}[1]`],
  ],
  [
    "an unknown subset name",
    yaml(
      cart,
      destinationRule("cart", { host: "cart", subsets: [{ name: unknownText }] }),
      split(100, 0),
    ),
    [
      `unknown ${route}[0]`,
      `unknown ${route}[1]`,
      "unknown DestinationRule shop/cart: spec.subsets[0].name",
    ],
  ],
]);

runGrid(splitWeights, [
  ["90 and 10", split(90, 10), []],
  ["100 and 0", split(100, 0), []],
  ["90 and 20", split(90, 20), [`fail ${vs}: spec.http[0]`]],
  ["negative weights are a fault of the schema", split(110, -10), []],
  ["a single destination without weight", virtualService("cart", { route: [to("cart")] }), []],
  ["proportions", virtualService("cart", { route: [to("a", "v1", 3), to("a", "v2", 1)] }), []],
  ["so are several without any", virtualService("cart", { route: [to("a"), to("b")] }), []],
  [
    "an unknown weight",
    virtualService("cart", { route: [to("a", "v1", 90), to("a", "v2", unknownText)] }),
    [`unknown ${route}[1].weight`],
  ],
  [
    "TCP weights too",
    object("networking.istio.io/v1beta1", "VirtualService", "cart", {
      hosts: ["cart"],
      tcp: [{ route: [to("a", "v1", 50), to("a", "v2", 60)] }],
    }),
    [`fail ${vs}: spec.tcp[0]`],
  ],
]);

runGrid(loneWeight, [
  ["no weight", virtualService("cart", { route: [to("cart")] }), []],
  ["100", virtualService("cart", { route: [to("cart", "v1", 100)] }), []],
  ["10", virtualService("cart", { route: [to("cart", "v1", 10)] }), [`fail ${route}[0]`]],
  ["beside another", split(90, 20), []],
]);

runGrid(routeToUnknownHost, [
  ["a short name", yaml(cart, virtualService("cart", { route: [to("cart")] })), []],
  [
    "a full name",
    yaml(cart, virtualService("cart", { route: [to("cart.shop.svc.cluster.local")] })),
    [],
  ],
  [
    "a short name is of the route's namespace",
    yaml(cart, service("other/x"), virtualService("other/cart", { route: [to("cart")] })),
    ["fail VirtualService other/cart: spec.http[0].route[0]"],
  ],
  [
    "half a name is a name of its own",
    yaml(cart, virtualService("cart", { route: [to("cart.shop")] })),
    [`fail ${route}[0]`],
  ],
  [
    "a namespace that is not described",
    yaml(cart, virtualService("cart", { route: [to("a.far.svc.cluster.local")] })),
    [`unknown ${route}[0]`],
  ],
  [
    "an entry for a host outside describes no namespace",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "api", { hosts: ["api.example.com"] }),
      virtualService("cart", { route: [to("cart")] }),
    ),
    [`unknown ${route}[0]`],
  ],
  [
    "an external host",
    virtualService("cart", { route: [to("api.example.com")] }),
    [`fail ${route}[0]`],
  ],
  [
    "a declared external host",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "api", { hosts: ["*.example.com"] }),
      virtualService("cart", { route: [to("api.example.com")] }),
    ),
    [],
  ],
  [
    "an unknown host",
    virtualService("cart", { route: [to(unknownText)] }),
    [`unknown ${route}[0].destination.host`],
  ],
  [
    "a mirror",
    yaml(cart, virtualService("cart", { route: [to("cart")], mirrors: [to("crat")] })),
    [`fail ${vs}: spec.http[0].mirrors[0]`],
  ],
  [
    "a service that is not exported to here",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "other/api", {
        hosts: ["api.example.com"],
        exportTo: ["."],
      }),
      virtualService("cart", { route: [to("api.example.com")] }),
    ),
    [`fail ${route}[0]`],
  ],
  [
    "routing without any service says nothing of services",
    virtualService("cart", { route: [to("cart")] }),
    [`unknown ${route}[0]`],
  ],
  [
    "the gateways of Istio are taken to be there",
    yaml(
      cart,
      service("istio-system/zipkin"),
      virtualService("cart", {
        route: [to("istio-egressgateway.istio-system.svc.cluster.local")],
      }),
    ),
    [`unknown ${route}[0]`],
  ],
  [
    "unknown hosts of a service entry",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "api", { hosts: [unknownText] }),
      virtualService("cart", { route: [to("api.example.com")] }),
    ),
    [`unknown ${route}[0]`],
  ],
]);
