import { stringify } from "yaml";
import { idleSubset } from "../../rules/destinations/idle-subset.ts";
import { subsetWithoutWorkload } from "../../rules/destinations/subset-without-workload.ts";
import { unknownHost } from "../../rules/destinations/unknown-host.ts";
import { unverifiedServer } from "../../rules/destinations/unverified-server.ts";
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
const dr = "DestinationRule shop/cart: spec";
const rule = (host: string, ...labels: readonly Record<string, string>[]) =>
  destinationRule("cart", {
    host,
    subsets: labels.map((each, index) => ({ name: `s${String(index)}`, labels: each })),
  });
const entry = (at: string, spec: Record<string, unknown>) =>
  object("networking.istio.io/v1", "ServiceEntry", at, spec);
const node = (labels: Record<string, string>) =>
  stringify({ apiVersion: "v1", kind: "Node", metadata: { name: "n1", labels } });
/** A route to the first subset. */
const toSubset = virtualService("cart", { route: [to("cart", "s0")] });
const cart = yaml(service("cart"), deployment("cart", "v1"));
const region = "topology.kubernetes.io/region";

runGrid(subsetWithoutWorkload, [
  ["the labels of a template", yaml(cart, rule("cart", { version: "v1" })), []],
  [
    "one version not deployed, which nothing is sent to",
    yaml(cart, rule("cart", { version: "v1" }, { version: "v2" })),
    [],
  ],
  [
    "one version not deployed, which a route names",
    yaml(cart, rule("cart", { version: "v2" }, { version: "v1" }), toSubset),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "no workload is described at all",
    yaml(service("cart"), rule("cart", { version: "v1" })),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "a workload of another service does not count",
    yaml(cart, deployment("web", "v2"), rule("cart", { version: "v2" }), toSubset),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "a workload of another namespace does not count",
    yaml(
      cart,
      object("apps/v1", "Deployment", "other/x", {
        template: { metadata: { labels: { app: "cart", version: "v3" } } },
      }),
      rule("cart", { version: "v3" }),
      toSubset,
    ),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "pods elsewhere have the labels, and no route names the subset",
    yaml(cart, deployment("web", "v2"), rule("cart", { version: "v2" })),
    [],
  ],
  [
    "routes name other subsets only",
    yaml(cart, rule("cart", { version: "v1" }, { version: "v2" }), toSubset),
    [],
  ],
  ["no labels select all", yaml(cart, rule("cart", {})), []],
  ["an unknown host is another fault", yaml(cart, rule("crat", { version: "v9" })), []],
  [
    "unknown labels of the missing workload",
    yaml(service("cart"), deployment("cart", unknownText), rule("cart", { version: "v1" })),
    [`unknown ${dr}.subsets[0]`],
  ],
  ["a label that a controller sets", yaml(cart, rule("cart", { "pod-template-hash": "x" })), []],
  ["a region, no node described", yaml(cart, rule("cart", { [region]: "eu" })), []],
  [
    "a region that a node has",
    yaml(cart, node({ [region]: "eu" }), rule("cart", { [region]: "eu" })),
    [],
  ],
  [
    "a region that no node has",
    yaml(cart, node({ [region]: "us" }), rule("cart", { [region]: "eu" })),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "labels of endpoints",
    yaml(
      entry("api", { hosts: ["api.example"], endpoints: [{ address: "a", labels: { z: "1" } }] }),
      rule("api.example", { z: "2" }),
    ),
    [`fail ${dr}.subsets[0]`],
  ],
  [
    "a service entry that selects a machine",
    yaml(
      entry("api", { hosts: ["api.example"], workloadSelector: { labels: { app: "vm" } } }),
      object("networking.istio.io/v1", "WorkloadEntry", "vm", { labels: { app: "vm", z: "1" } }),
      rule("api.example", { z: "2" }),
    ),
    [`fail ${dr}.subsets[0]`],
  ],
]);

runGrid(idleSubset, [
  [
    "one version of several is not deployed",
    yaml(cart, rule("cart", { version: "v1" }, { version: "v2" })),
    [`fail ${dr}.subsets[1]`],
  ],
  ["no version is deployed", yaml(service("cart"), rule("cart", { version: "v1" })), []],
]);

runGrid(unknownHost, [
  ["a service", yaml(cart, rule("cart")), []],
  ["a typing error", yaml(cart, rule("crat")), [`fail ${dr}.host`]],
  ["every service", yaml(cart, rule("*.local")), []],
  ["a wildcard above nothing", yaml(cart, rule("*.example.com")), [`fail ${dr}.host`]],
  [
    "a wildcard above a host",
    yaml(entry("api", { hosts: ["api.example.com"] }), rule("*.example.com")),
    [],
  ],
  [
    "below a wildcard",
    yaml(entry("api", { hosts: ["*.example.com"] }), rule("api.example.com")),
    [],
  ],
  [
    "not exported to here",
    yaml(entry("other/api", { hosts: ["api.example"], exportTo: ["."] }), rule("api.example")),
    [`fail ${dr}.host`],
  ],
  [
    "a namespace that is not described",
    yaml(cart, rule("cart.far.svc.cluster.local")),
    [`unknown ${dr}.host`],
  ],
  ["an unknown host", yaml(cart, rule(unknownText)), []],
  [
    "a service whose name is unknown",
    yaml(service(unknownText), service("web"), rule("cart")),
    [`unknown ${dr}.host`],
  ],
]);

const tls = (policy: Record<string, unknown>) =>
  destinationRule("cart", { host: "cart", ...policy });
const simple = { tls: { mode: "SIMPLE" } };

runGrid(unverifiedServer, [
  ["for the destination", tls({ trafficPolicy: simple }), [`fail ${dr}.trafficPolicy.tls`]],
  [
    "for a port",
    tls({ trafficPolicy: { portLevelSettings: [{ port: { number: 443 }, ...simple }] } }),
    [`fail ${dr}.trafficPolicy.portLevelSettings[0].tls`],
  ],
  [
    "in a subset",
    tls({ subsets: [{ name: "a", trafficPolicy: simple }] }),
    [`fail ${dr}.subsets[0].trafficPolicy.tls`],
  ],
  ["of the mesh", tls({ trafficPolicy: { tls: { mode: "ISTIO_MUTUAL" } } }), []],
  [
    "with an authority",
    tls({ trafficPolicy: { tls: { mode: "MUTUAL", caCertificates: "/ca.pem" } } }),
    [],
  ],
]);
