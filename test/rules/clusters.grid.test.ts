import { stringify } from "yaml";
import { newRoot, oldRoot } from "../../rules/change/example-certificates.ts";
import { upgradeWithFilters } from "../../rules/change/upgrade-with-filters.ts";
import { differentRoots } from "../../rules/clusters/different-roots.ts";
import { differentTrustDomains } from "../../rules/clusters/different-trust-domains.ts";
import { failoverLoop } from "../../rules/clusters/failover-loop.ts";
import { networkUnset } from "../../rules/clusters/network-unset.ts";
import { remoteSecret } from "../../rules/clusters/remote-secret.ts";
import { repeatedClusterName } from "../../rules/clusters/repeated-cluster-name.ts";
import { destinationRule, object, yaml } from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";
import { runGrid } from "./run-grid.ts";

type Fields = Readonly<Record<string, unknown>>;

const authority = (root: string, namespace = "istio-system") =>
  stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "cacerts", namespace },
    stringData: { "root-cert.pem": root },
  });

runGrid(differentRoots, [
  ["one", authority(oldRoot), []],
  ["the same", yaml(authority(oldRoot), authority(oldRoot)), []],
  [
    "others",
    yaml(authority(oldRoot), authority(newRoot)),
    ["fail Secret istio-system/cacerts: (root)"],
  ],
  ["one in common", yaml(authority(oldRoot), authority(newRoot + oldRoot)), []],
  ["of two meshes", yaml(authority(oldRoot), authority(newRoot, "other-system")), []],
  ["nothing", yaml(authority(oldRoot), authority("")), []],
  ["one text", yaml(authority("x"), authority("x")), []],
  [
    "other texts",
    yaml(authority("x"), authority("y")),
    ["fail Secret istio-system/cacerts: (root)"],
  ],
]);

const operator = (name: string, global: Fields, spec: Fields = {}) =>
  object("install.istio.io/v1alpha1", "IstioOperator", `istio-system/${name}`, {
    ...spec,
    values: { global },
  });
const cluster = (name: string, domain?: string, more: Fields = {}) =>
  operator(
    name,
    { meshID: "shop", multiCluster: { clusterName: name } },
    { ...(domain === undefined ? {} : { meshConfig: { trustDomain: domain, ...more } }) },
  );
const configMap = (mesh: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata: { ${mesh} }\n`;

runGrid(differentTrustDomains, [
  ["the same", yaml(cluster("east", "a"), cluster("west", "a")), []],
  [
    "others",
    yaml(cluster("east", "a"), cluster("west", "b")),
    ["fail IstioOperator istio-system/west: spec"],
  ],
  ["an alias", yaml(cluster("east", "a"), cluster("west", "b", { trustDomainAliases: ["a"] })), []],
  [
    "the default",
    yaml(cluster("east", "a"), cluster("west")),
    ["fail IstioOperator istio-system/west: spec"],
  ],
  ["only gateways", yaml(cluster("east", "a"), operator("gateways", { meshID: "shop" })), []],
  [
    "an empty profile",
    yaml(
      cluster("east", "a"),
      operator(
        "west",
        { meshID: "shop", multiCluster: { clusterName: "b" } },
        { profile: "empty" },
      ),
    ),
    [],
  ],
  [
    "of two meshes",
    yaml(cluster("east", "a"), operator("x", { meshID: "other", trustDomain: "b" })),
    [],
  ],
  [
    "of ConfigMaps",
    yaml(configMap('mesh: "trustDomain: a"'), configMap('mesh: "trustDomain: b"')),
    ["fail ConfigMap istio-system/istio: data.mesh"],
  ],
  [
    "a ConfigMap of somebody else",
    yaml(configMap('mesh: "trustDomain: a"'), configMap("x: y")),
    [],
  ],
]);

runGrid(repeatedClusterName, [
  ["own names", yaml(cluster("east"), cluster("west")), []],
  [
    "one name",
    yaml(cluster("east"), cluster("east").replace("name: east", "name: west")),
    ["fail IstioOperator istio-system/west: spec"],
  ],
  ["no name", yaml(operator("a", { meshID: "x" }), operator("b", { meshID: "x" })), []],
]);

const root = (labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: istio-system, labels: { ${labels} } }\n`;
const crossing = (mode: string, number = 15443) =>
  object("networking.istio.io/v1", "Gateway", "istio-system/cross", {
    selector: { istio: "eastwestgateway" },
    servers: [
      { port: { number, name: "tls", protocol: "TLS" }, hosts: ["*.local"], tls: { mode } },
    ],
  });
const unset = ["fail Namespace istio-system: metadata.labels"];

runGrid(networkUnset, [
  ["a gateway for others", yaml(root("a: b"), crossing("AUTO_PASSTHROUGH")), unset],
  ["a label", yaml(root("topology.istio.io/network: east"), crossing("AUTO_PASSTHROUGH")), []],
  ["a gateway for clients", yaml(root("a: b"), crossing("SIMPLE")), []],
  ["a namespace that nothing describes", crossing("AUTO_PASSTHROUGH"), []],
  [
    "said by the installation",
    yaml(root("a: b"), crossing("AUTO_PASSTHROUGH"), operator("a", { network: "east" })),
    [],
  ],
  [
    "of the Gateway API",
    yaml(
      root("a: b"),
      object("gateway.networking.k8s.io/v1", "Gateway", "istio-system/east", {
        gatewayClassName: "istio-east-west",
      }),
    ),
    unset,
  ],
]);

const remote = (
  server: string,
  user: Fields = { token: "t" },
  names: Fields = {},
  cluster: Fields = {},
) => {
  const { name = "west", key = "west", said = key } = names as Readonly<Record<string, string>>;
  const config = {
    clusters: [{ name: key, cluster: { server, ...cluster } }],
    users: [{ name: key, user }],
  };
  return stringify({
    apiVersion: "v1",
    kind: "Secret",
    metadata: {
      name: `istio-remote-secret-${name}`,
      namespace: "istio-system",
      labels: { "istio/multiCluster": "true" },
      annotations: { "networking.istio.io/cluster": said },
    },
    data: { [key]: Buffer.from(stringify(config)).toString("base64") },
  });
};
const west = "Secret istio-system/istio-remote-secret-west";
const there = "https://west.example:6443";

runGrid(remoteSecret, [
  ["sound", remote(there), []],
  ["loopback", remote("https://localhost:6443"), [`fail ${west}: data.west`]],
  ["loopback in its name only", remote("https://localhost.example"), []],
  ["a program", remote(there, { exec: { command: "aws" } }), [`fail ${west}: data.west`]],
  ["a certificate", remote(there, { "client-certificate-data": "a", "client-key-data": "b" }), []],
  [
    "unchecked",
    remote(there, {}, {}, { "insecure-skip-tls-verify": true }),
    [`fail ${west}: data.west`],
  ],
  [
    "another name",
    remote(there, { token: "t" }, { said: "east" }),
    [`fail ${west}: metadata.annotations["networking.istio.io/cluster"]`],
  ],
  [
    "a second one",
    yaml(remote(there), remote(there, { token: "t" }, { name: "again" })),
    ["fail Secret istio-system/istio-remote-secret-again: data.west"],
  ],
  [
    "no kubeconfig",
    remote(there).replace(/west: [A-Za-z0-9+/=]+\n$/, "west: YQ==\n"),
    [`fail ${west}: data.west`],
  ],
  ["another Secret", remote("https://localhost").replace("istio/multiCluster", "x"), []],
]);

const both = [
  { from: "east", to: "west" },
  { from: "west", to: "east" },
];
const failover = (pairs: readonly object[], more: Fields) =>
  destinationRule("cart", {
    host: "cart",
    trafficPolicy: { loadBalancer: { localityLbSetting: { failover: pairs } }, ...more },
  });
const loop = [
  "fail DestinationRule shop/cart: spec.trafficPolicy.loadBalancer.localityLbSetting.failover[0]",
];
const ejects = { outlierDetection: { consecutive5xxErrors: 5 } };

runGrid(failoverLoop, [
  ["no outlier detection", failover(both, {}), loop],
  ["no limit", failover(both, ejects), loop],
  ["both", failover(both, { ...ejects, connectionPool: { tcp: { maxConnections: 9 } } }), []],
  ["one way", failover(both.slice(0, 1), ejects), []],
]);

const istiod = (image: string) =>
  object("apps/v1", "Deployment", "istio-system/istiod", {
    template: {
      metadata: { labels: { app: "istiod" } },
      spec: { containers: [{ name: "discovery", image }] },
    },
  });
const filter = (match: Fields) =>
  object("networking.istio.io/v1alpha3", "EnvoyFilter", "limits", {
    configPatches: [{ applyTo: "CLUSTER", match, patch: { operation: "MERGE", value: {} } }],
  });
const any = filter({ context: "ANY" });
const old = yaml(istiod("istio/pilot:1.29.1"), any);

runChangeGrid(upgradeWithFilters, [
  ["the same version", old, yaml(istiod("istio/pilot:1.29.4"), any), []],
  [
    "the next",
    old,
    yaml(istiod("istio/pilot:1.30.0"), any),
    ["fail EnvoyFilter shop/limits: spec.configPatches[0]"],
  ],
  [
    "limited",
    old,
    yaml(istiod("istio/pilot:1.30.0"), filter({ proxy: { proxyVersion: "^1\\.30" } })),
    [],
  ],
  ["no filter", old, istiod("istio/pilot:1.30.0"), []],
  ["nobody knows", any, yaml(istiod("istio/pilot:1.30.0"), any), []],
]);
