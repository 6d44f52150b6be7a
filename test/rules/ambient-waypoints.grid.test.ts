import { waypointClass } from "../../rules/ambient/waypoint-class.ts";
import { waypointForOtherTraffic } from "../../rules/ambient/waypoint-for-other-traffic.ts";
import { waypointListener } from "../../rules/ambient/waypoint-listener.ts";
import { waypointNotAllowed } from "../../rules/ambient/waypoint-not-allowed.ts";
import { namespace, labelled, mode, use, enrolled, gateway } from "./ambient-manifests.ts";
import { object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const label = 'metadata.labels["istio.io/use-waypoint"]';
const classOf = (controllerName: string) =>
  `apiVersion: gateway.networking.k8s.io/v1\nkind: GatewayClass\nmetadata: { name: ours }\nspec: { controllerName: ${controllerName} }\n`;

runGrid(waypointClass, [
  ["a waypoint", yaml(enrolled, gateway("istio-waypoint")), []],
  ["a gateway", yaml(enrolled, gateway("istio")), [`fail Namespace shop: ${label}`]],
  ["nobody knows", yaml(enrolled, gateway("ours")), []],
  ["an own class", yaml(enrolled, gateway("ours"), classOf("istio.io/mesh-controller")), []],
  [
    "another class",
    yaml(enrolled, gateway("ours"), classOf("example.com/x")),
    [`fail Namespace shop: ${label}`],
  ],
  ["not there", enrolled, []],
]);

const foreign = namespace("shop", mode, use, "istio.io/use-waypoint-namespace: infra");
const shared = (from?: object) =>
  gateway(
    "istio-waypoint",
    from === undefined ? {} : { allowedRoutes: { namespaces: from } },
    "infra/way",
  );
const shopOnly = {
  from: "Selector",
  selector: { matchLabels: { "kubernetes.io/metadata.name": "shop" } },
};
const byTeam = { from: "Selector", selector: { matchLabels: { team: "shop" } } };

runGrid(waypointNotAllowed, [
  ["its own", yaml(enrolled, gateway("istio-waypoint")), []],
  ["nothing said", yaml(foreign, shared()), [`fail Namespace shop: ${label}`]],
  ["all", yaml(foreign, shared({ from: "All" })), []],
  ["by name", yaml(foreign, shared(shopOnly)), []],
  ["by a label", yaml(foreign, shared(byTeam)), [`fail Namespace shop: ${label}`]],
  [
    "by a label that nothing describes",
    yaml(
      labelled("cart", "istio.io/use-waypoint: way, istio.io/use-waypoint-namespace: infra"),
      shared(byTeam),
    ),
    [`unknown Service shop/cart: ${label}`],
  ],
]);

runGrid(waypointListener, [
  ["HBONE", gateway("istio-waypoint"), []],
  [
    "another port",
    gateway("istio-waypoint", { port: 15009 }),
    ["fail Gateway shop/way: spec.listeners[0]"],
  ],
  [
    "another protocol",
    gateway("istio-waypoint", { protocol: "HTTP" }),
    ["fail Gateway shop/way: spec.listeners[0]"],
  ],
  ["no waypoint", gateway("istio", { protocol: "HTTP", port: 80 }), []],
  [
    "none",
    object("gateway.networking.k8s.io/v1", "Gateway", "way", {
      gatewayClassName: "istio-waypoint",
    }),
    ["fail Gateway shop/way: spec.listeners"],
  ],
]);

const way = (kind: string) =>
  gateway("istio-waypoint", {}, "way", `  labels: { istio.io/waypoint-for: ${kind} }\n`);
const pod = `apiVersion: v1\nkind: Pod\nmetadata: { name: cart, namespace: shop, labels: { ${use} } }\nspec: { containers: [] }\n`;

runGrid(waypointForOtherTraffic, [
  ["a service by default", yaml(labelled("cart", use), gateway("istio-waypoint")), []],
  ["a pod by default", yaml(pod, gateway("istio-waypoint")), [`fail Pod shop/cart: ${label}`]],
  ["a pod", yaml(pod, way("workload")), []],
  ["all", yaml(pod, labelled("cart", use), way("all")), []],
  ["a service", yaml(labelled("cart", use), way("workload")), [`fail Service shop/cart: ${label}`]],
  ["a namespace", yaml(enrolled, way("workload")), []],
  ["nothing", yaml(enrolled, way("none")), [`fail Namespace shop: ${label}`]],
]);
