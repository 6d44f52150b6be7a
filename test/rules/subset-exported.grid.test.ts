import { subsetNotExported } from "../../rules/routing/subset-not-exported.ts";
import { stringify } from "yaml";
import { object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const routes = (spec: object) =>
  object("networking.istio.io/v1", "VirtualService", "cart", { ...spec });

const meshConfig = (mesh: string) =>
  stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "istio", namespace: "istio-system" },
    data: { mesh },
  });
const rule = (at: string, exportTo: readonly string[]) =>
  object("networking.istio.io/v1", "DestinationRule", at, {
    host: "cart.shop.svc.cluster.local",
    exportTo,
    subsets: [{ name: "v1" }],
  });
const toSubset = (more: object = {}) =>
  routes({
    hosts: ["cart"],
    http: [{ route: [{ destination: { host: "cart", subset: "v1" } }] }],
    ...more,
  });
const unseen = ["fail VirtualService shop/cart: spec.http[0].route[0]"];
runGrid(subsetNotExported, [
  ["a rule of the same namespace", yaml(rule("shop/cart", ["."]), toSubset()), []],
  ["a rule that another namespace keeps", yaml(rule("tests/cart", ["."]), toSubset()), unseen],
  ["a rule for a third namespace", yaml(rule("tests/cart", ["web"]), toSubset()), unseen],
  ["a rule for this namespace", yaml(rule("tests/cart", ["web", "shop"]), toSubset()), []],
  ["a rule for all", yaml(rule("tests/cart", ["*"]), toSubset()), []],
  [
    "one that is kept, and one that is seen",
    yaml(rule("tests/cart", ["."]), rule("shop/cart", ["."]), toSubset()),
    [],
  ],
  [
    "routes for the namespace that keeps the rule",
    yaml(rule("tests/cart", ["."]), toSubset({ exportTo: ["tests"] })),
    [],
  ],
  [
    "routes for that namespace and others",
    yaml(rule("tests/cart", ["."]), toSubset({ exportTo: ["tests", "web"] })),
    unseen,
  ],
  [
    "routes for the namespace that keeps the rule, as is usual in this mesh",
    yaml(
      meshConfig("defaultVirtualServiceExportTo: [tests]"),
      rule("tests/cart", ["."]),
      toSubset(),
    ),
    [],
  ],
  [
    "routes that name no gateway",
    yaml(rule("tests/cart", ["."]), toSubset({ gateways: [] })),
    unseen,
  ],
  ["routes of a gateway", yaml(rule("tests/cart", ["."]), toSubset({ gateways: ["edge"] })), []],
  ["no rule at all is another fault", toSubset(), []],
]);
