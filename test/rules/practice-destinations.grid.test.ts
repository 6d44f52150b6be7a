import { failoverWithoutCapacity } from "../../rules/destinations/failover-without-capacity.ts";
import { hashByAddress } from "../../rules/destinations/hash-by-address.ts";
import { localityOfOneZone } from "../../rules/destinations/locality-of-one-zone.ts";
import { aroundGateway } from "../../rules/egress/around-gateway.ts";
import { unusedEntry } from "../../rules/service-entries/unused.ts";
import { destinationRule, object, service, to, virtualService, yaml } from "./manifests.ts";
import { pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const region = (at: string, name: string, replicas: number) =>
  pod(at, {
    replicas,
    labels: { app: "cart" },
    spec: { nodeSelector: { "topology.kubernetes.io/region": name } },
  });
const failover = (setting: object) =>
  destinationRule("cart", {
    host: "cart",
    trafficPolicy: { loadBalancer: { localityLbSetting: setting } },
  });
const toB = failover({ failover: [{ from: "a", to: "b" }] });
const found = [
  "fail DestinationRule shop/cart: spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]",
];
const inZone = (at: string, values: readonly string[]) =>
  pod(at, {
    labels: { app: "cart" },
    spec: {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [{ key: "topology.kubernetes.io/zone", operator: "In", values }],
              },
            ],
          },
        },
      },
    },
  });

runGrid(failoverWithoutCapacity, [
  ["nothing there", yaml(service("cart"), region("one", "a", 2), toB), found],
  ["too few", yaml(service("cart"), region("one", "a", 5), region("two", "b", 2), toB), found],
  ["half as many", yaml(service("cart"), region("one", "a", 4), region("two", "b", 2), toB), []],
  [
    "nobody says where some run",
    yaml(service("cart"), region("one", "a", 4), pod("two", { labels: { app: "cart" } }), toB),
    [],
  ],
  [
    "switched off",
    yaml(
      service("cart"),
      region("one", "a", 4),
      failover({ enabled: false, failover: [{ from: "a", to: "b" }] }),
    ),
    [],
  ],
  [
    "endpoints outside",
    yaml(
      object("networking.istio.io/v1", "ServiceEntry", "bank", {
        hosts: ["bank.example"],
        resolution: "STATIC",
        endpoints: [
          { address: "1.1.1.1", locality: "a/1" },
          { address: "1.1.1.2", locality: "a/2" },
        ],
      }),
      destinationRule("cart", {
        host: "bank.example",
        trafficPolicy: {
          loadBalancer: { localityLbSetting: { failover: [{ from: "a", to: "b" }] } },
        },
      }),
    ),
    found,
  ],
]);

runGrid(localityOfOneZone, [
  [
    "one zone by affinity",
    yaml(service("cart"), inZone("one", ["eu-west-1a"]), failover({ enabled: true })),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.loadBalancer.localityLbSetting"],
  ],
  [
    "a choice of zones",
    yaml(service("cart"), inZone("one", ["eu-west-1a", "eu-west-1b"]), failover({ enabled: true })),
    [],
  ],
  ["a region", yaml(service("cart"), region("one", "a", 2), failover({ enabled: true })), []],
  [
    "no setting",
    yaml(service("cart"), inZone("one", ["eu-west-1a"]), destinationRule("cart", { host: "cart" })),
    [],
  ],
]);

const hashing = (hash: object) =>
  destinationRule("cart", {
    host: "cart",
    trafficPolicy: { loadBalancer: { consistentHash: hash } },
  });
const retrying = virtualService("cart", { route: [to("cart")], retries: { attempts: 2 } });
const hash = "fail DestinationRule shop/cart: spec.trafficPolicy.loadBalancer.consistentHash";
const entry = (spec: object) =>
  yaml(
    object("v1", "Service", "edge", { type: "LoadBalancer", selector: { istio: "edge" }, ...spec }),
    object("networking.istio.io/v1", "Gateway", "edge", {
      selector: { istio: "edge" },
      servers: [],
    }),
    object("networking.istio.io/v1", "VirtualService", "cart", {
      hosts: ["a.example"],
      gateways: ["edge"],
      http: [{ route: [to("cart")] }],
    }),
  );

runGrid(hashByAddress, [
  ["retries", yaml(retrying, hashing({ httpHeaderName: "x-user" })), [hash]],
  [
    "retries that are switched off",
    yaml(
      virtualService("cart", { route: [to("cart")], retries: { attempts: 0 } }),
      hashing({ httpHeaderName: "x-user" }),
    ),
    [],
  ],
  [
    "an address that is lost",
    yaml(entry({}), hashing({ useSourceIp: true })),
    [`${hash}.useSourceIp`],
  ],
  [
    "an address that is kept",
    yaml(entry({ externalTrafficPolicy: "Local" }), hashing({ useSourceIp: true })),
    [],
  ],
  [
    "inside the mesh",
    yaml(virtualService("cart", { route: [to("cart")] }), hashing({ useSourceIp: true })),
    [],
  ],
]);

const outside = (name: string, host: string, more: object = {}) =>
  object("networking.istio.io/v1", "ServiceEntry", name, {
    hosts: [host],
    ports: [{ number: 443, name: "tls", protocol: "TLS" }],
    resolution: "DNS",
    ...more,
  });
const through = (...hosts: readonly string[]) =>
  object("networking.istio.io/v1", "VirtualService", "out", {
    hosts,
    tls: [
      {
        match: [{ sniHosts: hosts }],
        route: [to("istio-egressgateway.istio-system.svc.cluster.local")],
      },
    ],
  });
const policy = object("networking.k8s.io/v1", "NetworkPolicy", "out", {
  podSelector: {},
  policyTypes: ["Egress"],
  egress: [{ to: [{ namespaceSelector: {} }] }],
});

runGrid(aroundGateway, [
  ["no egress gateway", yaml(outside("a", "a.example"), pod("cart")), []],
  [
    "a wildcard that is routed",
    yaml(outside("a", "a.bank.example"), through("*.bank.example")),
    [],
  ],
  [
    "a host inside",
    yaml(outside("a", "a.example", { location: "MESH_INTERNAL" }), through("b.example")),
    [],
  ],
  [
    "no policy of the network",
    yaml(outside("a", "a.example"), through("a.example"), pod("cart")),
    ["fail Deployment shop/cart: spec.template.metadata"],
  ],
  [
    "a policy of the network",
    yaml(outside("a", "a.example"), through("a.example"), pod("cart"), policy),
    [],
  ],
]);

const mesh = (services: string) => `name: shop\ntrust: { domain: a }\nservices: ${services}\n`;

runGrid(unusedEntry, [
  ["nobody declares calls", outside("a", "a.example"), []],
  [
    "an external service of a mesh",
    mesh("{ web: { calls: { cart: {} } }, cart: {}, bank: { external: bank.example } }"),
    ["fail mesh shop: services.bank"],
  ],
  [
    "a URL of a workload",
    yaml(
      mesh("{ web: { calls: { cart: {} } }, cart: {} }"),
      outside("a", "a.example"),
      pod("cart", { container: { env: [{ name: "A", value: "https://a.example/x" }] } }),
    ),
    [],
  ],
  [
    "a wildcard above a call",
    yaml(
      mesh("{ web: { calls: { bank: {} } }, bank: { external: api.bank.example } }"),
      outside("a", "*.bank.example"),
    ),
    [],
  ],
  [
    "called by address",
    yaml(
      mesh("{ web: { calls: { cart: {} } }, cart: {} }"),
      outside("a", "a.example", { addresses: ["10.0.0.1"] }),
    ),
    [],
  ],
]);
