import { gatewayHostWithoutRoute } from "../../rules/gateway/gateway-host-without-route.ts";
import { object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const gateway = (...hosts: string[]) =>
  object("networking.istio.io/v1", "Gateway", "edge", { servers: [{ hosts }] });
const attached = (host: string, gatewayName = "edge") =>
  object("networking.istio.io/v1", "VirtualService", "web", {
    hosts: [host],
    gateways: [gatewayName],
  });

runGrid(gatewayHostWithoutRoute, [
  ["routed", yaml(gateway("shop.example"), attached("shop.example")), []],
  [
    "another host",
    yaml(gateway("shop.example"), attached("other.example")),
    ["fail Gateway shop/edge: spec.servers[0].hosts[0]"],
  ],
  [
    "another gateway",
    yaml(gateway("shop.example"), attached("shop.example", "front")),
    ["unknown Gateway shop/edge: spec.servers[0].hosts[0]"],
  ],
  [
    "a gateway by its full name",
    yaml(gateway("./shop.example"), attached("shop.example", "shop/edge")),
    [],
  ],
  [
    "wildcards on either side",
    yaml(
      gateway("*.shop.example", "a.x.example"),
      attached("a.shop.example"),
      attached("*.x.example"),
    ),
    [],
  ],
  ["a shared wildcard", gateway("*"), ["unknown Gateway shop/edge: spec.servers[0].hosts[0]"]],
  [
    "an unknown route host",
    yaml(gateway("shop.example"), attached(unknownText)),
    ["unknown Gateway shop/edge: spec.servers[0].hosts[0]"],
  ],
  [
    "an unknown host",
    gateway(unknownText),
    ["unknown Gateway shop/edge: spec.servers[0].hosts[0]"],
  ],
  [
    "a gateway of the Gateway API is another thing",
    object("gateway.networking.k8s.io/v1", "Gateway", "edge", {
      listeners: [{ hostname: "x.example" }],
    }),
    [],
  ],
]);
