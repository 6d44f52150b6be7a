import { kubernetesRoute } from "../../rules/gateway-api/route.ts";
import { kubernetesGateway } from "../../rules/gateway-api/gateway.ts";
import { notAccepted } from "../../rules/gateway-api/not-accepted.ts";
import { referenceNotGranted } from "../../rules/gateway-api/reference-not-granted.ts";
import { unknownBackend } from "../../rules/gateway-api/unknown-backend.ts";
import { unknownClass } from "../../rules/gateway-api/unknown-class.ts";
import { unknownParent } from "../../rules/gateway-api/unknown-parent.ts";
import { object, service, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const api = "gateway.networking.k8s.io/v1";
const listener = { name: "http", port: 80, protocol: "HTTP" };
const gateway = (...listeners: readonly object[]) =>
  object(api, "Gateway", "edge", { gatewayClassName: "istio", listeners });
const route = (spec: object, at = "web") =>
  object(api, "HTTPRoute", at, { parentRefs: [{ name: "edge" }], ...spec });
const rule = (fields: object) => route({ rules: [fields] });
const place = "HTTPRoute shop/web: spec";
const to = (...backendRefs: readonly object[]) => rule({ backendRefs });

const ofClass = (gatewayClassName: string) =>
  object(api, "Gateway", "edge", { gatewayClassName, listeners: [listener] });
const gatewayClass = (name: string) =>
  object(api, "GatewayClass", name, { controllerName: "example.com/controller" });

runGrid(unknownClass, [
  ["Istio's", ofClass("istio"), []],
  ["misspelt", ofClass("isito"), ["fail Gateway shop/edge: spec.gatewayClassName"]],
  ["of somebody else", ofClass("acme"), ["unknown Gateway shop/edge: spec.gatewayClassName"]],
  ["of the input", yaml(ofClass("acme"), gatewayClass("acme")), []],
  [
    "none of the input",
    yaml(ofClass("acme"), gatewayClass("other")),
    ["fail Gateway shop/edge: spec.gatewayClassName"],
  ],
]);

runGrid(unknownParent, [
  ["nothing but the route", rule({}), [`unknown ${place}.parentRefs[0]`]],
  [
    "no Gateway where services are",
    yaml(service("web"), rule({})),
    [`fail ${place}.parentRefs[0]`],
  ],
  [
    "a listener by its name",
    yaml(gateway(listener), route({ parentRefs: [{ name: "edge", sectionName: "http" }] })),
    [],
  ],
  [
    "a listener that is not there",
    yaml(gateway(listener), route({ parentRefs: [{ name: "edge", sectionName: "https" }] })),
    [`fail ${place}.parentRefs[0]`],
  ],
  [
    "a Gateway of a namespace that nothing here describes",
    route({ parentRefs: [{ name: "edge", namespace: "infra" }] }),
    [`unknown ${place}.parentRefs[0]`],
  ],
  [
    "a Service, for calls in the mesh",
    route({ parentRefs: [{ kind: "Service", group: "", name: "web" }] }),
    [],
  ],
]);

runGrid(unknownBackend, [
  ["a port of the Service", yaml(service("web"), to({ name: "web", port: 80 })), []],
  [
    "a port of the pod",
    yaml(service("web"), to({ name: "web", port: 8080 })),
    [`fail ${place}.rules[0].backendRefs[0]`],
  ],
  ["no port", yaml(service("web"), to({ name: "web" })), [`fail ${place}.rules[0].backendRefs[0]`]],
  [
    "no Service is described",
    to({ name: "web", port: 80 }),
    [`unknown ${place}.rules[0].backendRefs[0]`],
  ],
  [
    "kinds of others",
    yaml(
      service("web"),
      to({ group: "inference.networking.k8s.io", kind: "InferencePool", name: "llm" }),
    ),
    [],
  ],
]);

runGrid(referenceNotGranted, [
  [
    "a namespace that nothing here describes",
    to({ name: "cart", namespace: "other", port: 80 }),
    [`unknown ${place}.rules[0].backendRefs[0]`],
  ],
  [
    "calls in the mesh need no grant",
    yaml(
      service("other/cart"),
      route({
        parentRefs: [{ kind: "Service", group: "", name: "web" }],
        rules: [{ backendRefs: [{ name: "cart", namespace: "other", port: 80 }] }],
      }),
    ),
    [],
  ],
]);

runGrid(notAccepted, [
  [
    "no hostname in common",
    yaml(gateway({ ...listener, hostname: "*.shop.example" }), route({ hostnames: ["a.example"] })),
    [`fail ${place}.parentRefs[0]`],
  ],
  [
    "a hostname below the wildcard",
    yaml(
      gateway({ ...listener, hostname: "*.shop.example" }),
      route({ hostnames: ["a.shop.example"] }),
    ),
    [],
  ],
  [
    "a listener of TLS",
    yaml(gateway({ ...listener, protocol: "TLS", tls: { mode: "Passthrough" } }), route({})),
    [`fail ${place}.parentRefs[0]`],
  ],
]);

runGrid(kubernetesGateway, [
  ["plain", gateway(listener), []],
  [
    "HTTPS without certificate, and a bad port",
    gateway({ name: "https", port: 0, protocol: "HTTPS", tls: {} }),
    [
      "fail Gateway shop/edge: spec.listeners[0].port",
      "fail Gateway shop/edge: spec.listeners[0].tls",
    ],
  ],
]);

runGrid(kubernetesRoute, [
  [
    "everything that is usual",
    rule({
      matches: [{ path: { type: "PathPrefix", value: "/cart" }, method: "GET" }],
      filters: [
        {
          type: "URLRewrite",
          urlRewrite: { path: { type: "ReplacePrefixMatch", replacePrefixMatch: "/" } },
        },
      ],
      timeouts: { request: "10s", backendRequest: "500ms" },
      backendRefs: [{ name: "web", port: 80, weight: 0 }],
    }),
    [],
  ],
  [
    "a path without slash, an unknown method, a long try",
    rule({
      matches: [{ path: { value: "cart" } }, { method: "FETCH" }],
      timeouts: { request: "1s", backendRequest: "2s" },
    }),
    [
      `fail ${place}.rules[0].matches[0].path.value`,
      `fail ${place}.rules[0].matches[1].method`,
      `fail ${place}.rules[0].timeouts.backendRequest`,
    ],
  ],
  ["no time limit at all is 0s", rule({ timeouts: { request: "0s", backendRequest: "2s" } }), []],
]);
