import { hostRemoved } from "../../rules/change/host-removed.ts";
import { portRemoved } from "../../rules/change/port-removed.ts";
import { routeBeforeSubset } from "../../rules/change/route-before-subset.ts";
import { tlsDowngrade } from "../../rules/change/tls-downgrade.ts";
import { destinationRule, object, service, to, virtualService, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

type Fields = Readonly<Record<string, unknown>>;
const networking = "networking.istio.io/v1";
const subsets = (...names: readonly string[]) =>
  destinationRule("cart", {
    host: "cart",
    subsets: names.map((name) => ({ name, labels: { version: name } })),
  });
const split = virtualService("cart", { route: [to("cart", "v1", 90), to("cart", "v2", 10)] });

runChangeGrid(routeBeforeSubset, [
  [
    "the subset was there",
    yaml(service("cart"), subsets("v1", "v2")),
    yaml(service("cart"), subsets("v1", "v2"), split),
    [],
  ],
  [
    "both come at once",
    yaml(service("cart"), subsets("v1")),
    yaml(service("cart"), subsets("v1", "v2"), split),
    ["fail VirtualService shop/cart: spec.http[0].route[1]"],
  ],
  ["the host is new", service("web"), yaml(service("cart"), subsets("v1", "v2"), split), []],
]);

const server = (host: string, tls?: Fields, number = 443) => ({
  port: { number, name: `p${String(number)}`, protocol: tls === undefined ? "HTTP" : "HTTPS" },
  hosts: [host],
  ...(tls === undefined ? {} : { tls }),
});
const edge = (...servers: readonly Fields[]) =>
  object(networking, "Gateway", "edge", { selector: { istio: "ingressgateway" }, servers });
const atEdge = (...hosts: readonly string[]) =>
  object(networking, "VirtualService", "edge", {
    hosts,
    gateways: ["edge"],
    http: [{ route: [to("cart")] }],
  });

runChangeGrid(hostRemoved, [
  ["kept", edge(server("a.example")), edge(server("a.example")), []],
  ["by a wildcard", edge(server("a.example")), edge(server("*.example")), []],
  [
    "removed",
    yaml(edge(server("a.example"))),
    service("cart"),
    ["fail Gateway shop/edge: spec.servers[0].hosts[0]"],
  ],
  [
    "its route alone",
    yaml(edge(server("*")), atEdge("a.example", "b.example")),
    yaml(edge(server("*")), atEdge("b.example")),
    ["fail VirtualService shop/edge: (root)"],
  ],
  [
    "moved to the Gateway API",
    yaml(edge(server("a.example")), atEdge("a.example")),
    object("gateway.networking.k8s.io/v1", "HTTPRoute", "web", { hostnames: ["a.example"] }),
    [],
  ],
]);

const ports = (...list: readonly number[]) =>
  object("v1", "Service", "cart", {
    selector: { app: "cart" },
    ports: list.map((port) => ({ name: `http-${String(port)}`, port })),
  });

runChangeGrid(portRemoved, [
  ["one more", ports(80), ports(80, 81), []],
  ["one less", ports(80, 81), ports(80), ["fail Service shop/cart: (root)"]],
  ["the service goes as a whole", ports(80), service("web"), []],
  [
    "of a gateway",
    edge(server("*", undefined, 80), server("*", undefined, 81)),
    edge(server("*", undefined, 80)),
    ["fail Gateway shop/edge: spec.servers"],
  ],
]);

runChangeGrid(tlsDowngrade, [
  [
    "client certificates asked for",
    edge(server("*", { mode: "SIMPLE" })),
    edge(server("*", { mode: "MUTUAL" })),
    [],
  ],
  [
    "no longer asked for",
    edge(server("*", { mode: "MUTUAL" })),
    edge(server("*", { mode: "SIMPLE" })),
    ["fail Gateway shop/edge: spec.servers[0].tls"],
  ],
  [
    "no TLS at all",
    edge(server("*", { mode: "SIMPLE" })),
    edge(server("*")),
    ["fail Gateway shop/edge: spec.servers[0].tls"],
  ],
  [
    "an older version",
    edge(server("*", { mode: "SIMPLE" })),
    edge(server("*", { mode: "SIMPLE", minProtocolVersion: "TLSV1_0" })),
    ["fail Gateway shop/edge: spec.servers[0].tls"],
  ],
  ["a redirect had no TLS", edge(server("*", { httpsRedirect: true })), edge(server("*")), []],
  ...(
    [
      ["mTLS becomes plaintext", { mode: "ISTIO_MUTUAL" }, { mode: "DISABLE" }, true],
      ["automatic mTLS is switched off", undefined, { mode: "DISABLE" }, true],
      ["mTLS becomes automatic", { mode: "ISTIO_MUTUAL" }, undefined, false],
      [
        "the server is no longer verified",
        { mode: "SIMPLE", caCertificates: "system" },
        { mode: "SIMPLE" },
        true,
      ],
      [
        "a name less is checked",
        { mode: "SIMPLE", subjectAltNames: ["a"] },
        { mode: "SIMPLE" },
        true,
      ],
      [
        "verification is skipped",
        { mode: "SIMPLE" },
        { mode: "SIMPLE", insecureSkipVerify: true },
        true,
      ],
    ] as const
  ).map(([name, was, is, fails]) => {
    const rule = (tls: Fields | undefined) =>
      destinationRule("cart", {
        host: "cart",
        ...(tls === undefined ? {} : { trafficPolicy: { tls } }),
      });
    const expected = fails ? ["fail DestinationRule shop/cart: spec.trafficPolicy.tls"] : [];
    return [name, rule(was), rule(is), expected] as const;
  }),
]);
