import { kubernetesRoute } from "../../rules/gateway-api/route.ts";
import { kubernetesGateway } from "../../rules/gateway-api/gateway.ts";
import { classAndGrant } from "../../rules/gateway-api/class-and-grant.ts";
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

const filter = (fields: object) => rule({ filters: [fields] });
const modifier = (requestHeaderModifier: object) =>
  filter({ type: "RequestHeaderModifier", requestHeaderModifier });
const first = `fail ${place}.rules[0]`;
const ref = (fields: object) => to({ name: "web", port: 80, ...fields });
runGrid(kubernetesRoute, [
  ["a wildcard", route({ hostnames: ["*.example.com"] }), []],
  ["a URL as hostname", route({ hostnames: ["http://a"] }), [`fail ${place}.hostnames[0]`]],
  [
    "a header twice in a match",
    rule({ matches: [{ headers: [{ name: "a" }, { name: "a" }] }] }),
    [`${first}.matches[0].headers[1]`],
  ],
  [
    "an odd character in a path",
    rule({ matches: [{ path: { value: "/[]" } }] }),
    [`${first}.matches[0].path.value`],
  ],
  ["an escaped character in a path", rule({ matches: [{ path: { value: "/a%5B" } }] }), []],
  [
    "a header set twice",
    modifier({
      set: [
        { name: "a", value: "1" },
        { name: "A", value: "2" },
      ],
    }),
    [`${first}.filters[0].requestHeaderModifier.set[1]`],
  ],
  [
    "a header removed twice",
    modifier({ remove: ["a", "a"] }),
    [`${first}.filters[0].requestHeaderModifier.remove[1]`],
  ],
  [
    "a line end in a value",
    modifier({ add: [{ name: "a", value: "b\r\nc" }] }),
    [`${first}.filters[0].requestHeaderModifier.add[0].value`],
  ],
  [
    "an authorizer without a protocol",
    filter({ type: "ExternalAuth", externalAuth: {} }),
    [`${first}.filters[0].externalAuth`],
  ],
  ["a Service without a port", to({ name: "web" }), [`${first}.backendRefs[0]`]],
  [
    "a host as a backend needs none",
    to({ name: "a.example", kind: "Hostname", group: "networking.istio.io" }),
    [],
  ],
  ["a wrong group", ref({ group: "*" }), [`${first}.backendRefs[0].group`]],
  ["a wrong kind", ref({ kind: "*" }), [`${first}.backendRefs[0].kind`]],
  [
    "TLS without a hostname",
    object(api, "TLSRoute", "web", { rules: [{ backendRefs: [{ name: "web", port: 443 }] }] }),
    ["fail TLSRoute shop/web: spec.hostnames"],
  ],
]);

const addresses = (...list: readonly object[]) =>
  object(api, "Gateway", "edge", {
    gatewayClassName: "istio",
    listeners: [listener],
    addresses: list,
  });
runGrid(kubernetesGateway, [
  [
    "addresses",
    addresses(
      { value: "10.0.0.1" },
      { value: "2001:db8::1" },
      { type: "Hostname", value: "a.example" },
      { type: "example.com/own", value: "any thing" },
    ),
    [],
  ],
  [
    "no IP address",
    addresses({ value: "1.1.1" }),
    ["fail Gateway shop/edge: spec.addresses[0].value"],
  ],
  [
    "no host name",
    addresses({ type: "Hostname", value: "a:80" }),
    ["fail Gateway shop/edge: spec.addresses[0].value"],
  ],
]);

runGrid(classAndGrant, [
  ["a controller", gatewayClass("acme"), []],
  [
    "a controller without a path",
    object(api, "GatewayClass", "acme", { controllerName: "acme" }),
    ["fail GatewayClass acme: spec.controllerName"],
  ],
  [
    "a grant of nothing",
    object("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", "g", {
      from: [{ kind: "HTTPRoute", namespace: "a" }],
    }),
    ["fail ReferenceGrant shop/g: spec.to"],
  ],
]);
