import { ambientWithoutTarget } from "../../rules/access/ambient-without-target.ts";
import { ambientWithoutWaypoint } from "../../rules/access/ambient-without-waypoint.ts";
import { actionWithoutEffect } from "../../rules/ambient/action-without-effect.ts";
import { singleWaypoint } from "../../rules/ambient/single-waypoint.ts";
import { wayPastWaypoint } from "../../rules/ambient/way-past-waypoint.ts";
import { namespace, labelled, use, ambient, enrolled, cart, gateway } from "./ambient-manifests.ts";
import { deployment, object, service, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const policy = (action: string, more: object = {}, at = "cart") =>
  object("security.istio.io/v1", "AuthorizationPolicy", at, { action, rules: [{}], ...more });
const target = { targetRefs: [{ kind: "Service", group: "", name: "cart" }] };
const unknown = ["fail AuthorizationPolicy shop/cart: spec.action"];

runGrid(actionWithoutEffect, [
  ["custom", yaml(ambient, policy("CUSTOM")), unknown],
  ["audit", yaml(enrolled, policy("AUDIT")), unknown],
  ["for a waypoint", yaml(enrolled, policy("CUSTOM", target)), []],
  ["deny", yaml(ambient, policy("DENY")), []],
  ["no ambient", yaml(namespace("shop", "a: b"), policy("CUSTOM")), []],
  [
    "a pod with a sidecar",
    yaml(
      ambient,
      policy("CUSTOM", { selector: { matchLabels: { app: "cart" } } }),
      deployment("cart", "v1"),
    ),
    [],
  ],
]);

const services = (count: number) =>
  Array.from({ length: count }, (_, index) => service(`s${String(index)}`));
const scaler = (least: number) =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "way", {
    scaleTargetRef: { kind: "Deployment", name: "way" },
    minReplicas: least,
  });
const alone = ["fail Gateway shop/way: spec"];

runGrid(singleWaypoint, [
  ["many services", yaml(enrolled, gateway("istio-waypoint"), ...services(11)), alone],
  ["few services", yaml(enrolled, gateway("istio-waypoint"), ...services(10)), []],
  ["two instances", yaml(enrolled, gateway("istio-waypoint"), ...services(11), scaler(2)), []],
  [
    "an autoscaler from one",
    yaml(enrolled, gateway("istio-waypoint"), ...services(11), scaler(1)),
    alone,
  ],
]);

const pods = deployment("cart", "v1", { inject: "" });
const networkPolicy = object("networking.k8s.io/v1", "NetworkPolicy", "cart", {
  podSelector: {},
  ingress: [],
});
const past = ["fail AuthorizationPolicy shop/cart: spec.targetRefs[0]"];

runGrid(wayPastWaypoint, [
  ["open pods", yaml(enrolled, cart, pods, policy("ALLOW", target)), past],
  [
    "a policy of ztunnel",
    yaml(enrolled, cart, pods, policy("ALLOW", target), policy("ALLOW", {}, "all")),
    [],
  ],
  [
    "of the whole mesh",
    yaml(enrolled, cart, pods, policy("ALLOW", target), policy("ALLOW", {}, "istio-system/all")),
    [],
  ],
  [
    "for other pods",
    yaml(
      enrolled,
      cart,
      pods,
      policy("ALLOW", target),
      policy("ALLOW", { selector: { matchLabels: { app: "web" } } }, "web"),
    ),
    past,
  ],
  ["a NetworkPolicy", yaml(enrolled, cart, pods, policy("ALLOW", target), networkPolicy), []],
  ["no pods", yaml(enrolled, cart, policy("ALLOW", target)), []],
  ["no waypoint", yaml(ambient, cart, pods, policy("ALLOW", target)), []],
]);

const selecting = { selector: { matchLabels: { app: "cart" } } };
const telemetry = (more: object = {}) =>
  object("telemetry.istio.io/v1", "Telemetry", "cart", { tracing: [{}], ...more });
const plugin = (more: object = {}) =>
  object("extensions.istio.io/v1alpha1", "WasmPlugin", "cart", { url: "oci://a/b:1", ...more });
const read = { rules: [{ to: [{ operation: { methods: ["GET"] } }] }] };

runGrid(ambientWithoutWaypoint, [
  ["methods", yaml(ambient, policy("ALLOW", read)), ["fail AuthorizationPolicy shop/cart: spec"]],
  ["ports only", yaml(ambient, policy("ALLOW")), []],
  ["a waypoint", yaml(enrolled, policy("ALLOW", read)), []],
  [
    "extensions",
    yaml(ambient, telemetry(), plugin()),
    ["fail Telemetry shop/cart: spec", "fail WasmPlugin shop/cart: spec"],
  ],
  ["extensions of a gateway", yaml(ambient, telemetry(), plugin(), gateway("istio")), []],
  ["a service with a waypoint", yaml(ambient, labelled("cart", use), telemetry()), []],
]);

runGrid(ambientWithoutTarget, [
  ["a selector", yaml(enrolled, telemetry(selecting)), ["fail Telemetry shop/cart: spec"]],
  ["the whole namespace", yaml(enrolled, telemetry(), plugin()), []],
  ["a target", yaml(enrolled, plugin(target), policy("ALLOW", { ...read, ...target })), []],
  ["methods", yaml(enrolled, policy("ALLOW", read)), ["fail AuthorizationPolicy shop/cart: spec"]],
]);
