import { subsetRemovedInUse } from "../../rules/change/subset-removed-in-use.ts";
import { trafficJump } from "../../rules/change/traffic-jump.ts";
import { trafficToThinSubset } from "../../rules/change/traffic-to-thin-subset.ts";
import {
  deployment,
  destinationRule,
  object,
  service,
  to,
  virtualService,
  yaml,
} from "./manifests.ts";
import { runChangeGrid } from "./run-change-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const subset = (name: string, version = name) => ({ name, labels: { version } });
const subsets = (...list: readonly ReturnType<typeof subset>[]) =>
  destinationRule("cart", { host: "cart", subsets: list });
const both = subsets(subset("v1"), subset("v2"));
const split = (v1: number, v2: number) =>
  virtualService("cart", { route: [to("cart", "v1", v1), to("cart", "v2", v2)] });
const weights = (v1: number, v2: number) => yaml(both, split(v1, v2));
const mesh = (v1: number, v2: number, rest = "") => `name: shop
trust: { domain: shop.example }
services: { cart: { port: 8080, versions: [v1, v2] } }
routes:
  cart: { split: { v1: ${String(v1)}, v2: ${String(v2)} } ${rest} }
`;

runChangeGrid(trafficJump, [
  ["a first canary of 10 %", weights(100, 0), weights(90, 10), []],
  [
    "a first canary of 11 %",
    weights(100, 0),
    weights(89, 11),
    ["fail VirtualService shop/cart: spec.http[0].route[1]"],
  ],
  ["25 points more", weights(90, 10), weights(65, 35), []],
  [
    "26 points more",
    weights(90, 10),
    weights(64, 36),
    ["fail VirtualService shop/cart: spec.http[0].route[1]"],
  ],
  [
    "back to what had nothing",
    weights(0, 100),
    weights(100, 0),
    ["fail VirtualService shop/cart: spec.http[0].route[0]"],
  ],
  ["a new route has no before", both, weights(0, 100), []],
  ["weights that do not sum to 100 are parts of their sum", weights(1, 1), weights(50, 50), []],
  [
    "a subset with a new name for the same pods",
    weights(100, 0),
    yaml(
      subsets(subset("stable", "v1"), subset("v2")),
      virtualService("cart", { route: [to("cart", "stable", 100), to("cart", "v2", 0)] }),
    ),
    [],
  ],
  [
    "another host instead of the same one",
    yaml(both, virtualService("cart", { route: [to("cart")] })),
    yaml(both, virtualService("cart", { route: [to("basket")] })),
    ["fail VirtualService shop/cart: spec.http[0].route[0]"],
  ],
  [
    "a new rule before it, for testers",
    weights(100, 0),
    yaml(
      both,
      virtualService(
        "cart",
        { match: [{ headers: { tester: { exact: "1" } } }], route: [to("cart", "v2")] },
        { route: [to("cart", "v1", 100), to("cart", "v2", 0)] },
      ),
    ),
    [],
  ],
  [
    "a route with another name for the same host",
    weights(100, 0),
    yaml(both, virtualService("basket", { route: [to("cart", "v2")] })),
    ["fail VirtualService shop/basket: spec.http[0].route[0]"],
  ],
  [
    "a redirect that becomes a route",
    yaml(both, virtualService("cart", { redirect: { uri: "/" } })),
    yaml(both, virtualService("cart", { route: [to("cart", "v2")] })),
    [],
  ],
  [
    "weights that are not known yet",
    weights(100, 0),
    yaml(
      both,
      virtualService("cart", {
        route: [to("cart", "v1", unknownText), to("cart", "v2", unknownText)],
      }),
    ),
    [
      "unknown VirtualService shop/cart: spec.http[0].route[0].weight",
      "unknown VirtualService shop/cart: spec.http[0].route[1].weight",
    ],
  ],
  ["a mesh of Heddle, step", mesh(90, 10), mesh(70, 30), []],
  ["a mesh of Heddle, jump", mesh(90, 10), mesh(10, 90), ["fail mesh shop: routes.cart.split.v2"]],
  ["from manifests to a mesh of Heddle", weights(90, 10), mesh(70, 30), []],
]);

const pods = (v1: number, v2: number) =>
  yaml(
    service("cart"),
    both,
    deployment("cart", "v1", { replicas: v1 }),
    deployment("cart", "v2", { replicas: v2 }),
  );
const autoscaler = object("autoscaling/v2", "HorizontalPodAutoscaler", "cart-v2", {
  scaleTargetRef: { apiVersion: "apps/v1", kind: "Deployment", name: "cart-v2" },
  minReplicas: 1,
  maxReplicas: 9,
});

runChangeGrid(trafficToThinSubset, [
  ["enough pods", yaml(pods(9, 1), split(90, 10)), yaml(pods(9, 3), split(70, 30)), []],
  [
    "the same pods for more",
    yaml(pods(9, 1), split(90, 10)),
    yaml(pods(9, 1), split(70, 30)),
    ["fail VirtualService shop/cart: spec.http[0].route[1]"],
  ],
  [
    "an autoscaler follows",
    yaml(pods(9, 1), split(90, 10)),
    yaml(pods(9, 1), split(70, 30), autoscaler),
    [],
  ],
  [
    "no more traffic than before",
    yaml(pods(9, 1), split(70, 30)),
    yaml(pods(9, 1), split(80, 20)),
    [],
  ],
  [
    "no pods at all",
    yaml(pods(9, 0), split(100, 0)),
    yaml(pods(9, 0), split(99, 1)),
    ["fail VirtualService shop/cart: spec.http[0].route[1]"],
  ],
  ["workloads that are elsewhere", weights(90, 10), weights(70, 30), []],
]);

runChangeGrid(subsetRemovedInUse, [
  ["kept", weights(100, 0), weights(90, 10), []],
  [
    "removed with its last route",
    weights(100, 0),
    yaml(subsets(subset("v2")), virtualService("cart", { route: [to("cart", "v2")] })),
    ["fail DestinationRule shop/cart: spec.subsets[0]"],
  ],
  [
    "removed with its route and all",
    weights(100, 0),
    service("cart"),
    ["fail DestinationRule shop/cart: spec.subsets[0]"],
  ],
  [
    "removed after its weight was 0",
    weights(0, 100),
    yaml(subsets(subset("v2")), split(0, 100)),
    [],
  ],
  [
    "other pods behind the name",
    weights(100, 0),
    yaml(subsets(subset("v1", "v3"), subset("v2")), split(100, 0)),
    ["fail DestinationRule shop/cart: spec.subsets[0]"],
  ],
  [
    "moved to another DestinationRule",
    weights(100, 0),
    yaml(
      destinationRule("basket", { host: "cart", subsets: [subset("v1"), subset("v2")] }),
      split(100, 0),
    ),
    [],
  ],
  [
    "a version of a mesh of Heddle",
    mesh(50, 50),
    mesh(50, 50).replace("[v1, v2]", "[v1, v2, v3]"),
    [],
  ],
]);
