import { backendTls } from "../../rules/gateway-api/backend-tls.ts";
import { kubernetesGateway } from "../../rules/gateway-api/gateway.ts";
import { kubernetesRoute } from "../../rules/gateway-api/route.ts";
import { notAsDefined } from "../../rules/schema/not-as-defined.ts";
import { unknownField } from "../../rules/schema/unknown-field.ts";
import { object } from "./manifests.ts";
import { runGrid, type Row } from "./run-grid.ts";

const api = "gateway.networking.k8s.io/v1";
const of = (kind: string, spec: Readonly<Record<string, unknown>>) =>
  object(api, kind, "web", spec);
const route = (spec: object) => of("HTTPRoute", { parentRefs: [{ name: "edge" }], ...spec });
const rule = (fields: object) => route({ rules: [fields] });
const path = "spec.rules[0]";
const web = "HTTPRoute shop/web";

/** What is wrong with one rule of an HTTPRoute, and where. */
const wrong = (name: string, fields: object, place: string): Row => [
  name,
  rule(fields),
  [`fail ${web}: ${path}${place}`],
];
const filter = (type: string, settings: object) => ({ filters: [{ type, ...settings }] });
const redirect = (change: object) =>
  filter("RequestRedirect", { requestRedirect: { path: change } });
const ref = { name: "cart", port: 80 };

runGrid(notAsDefined, [
  ["nothing", route({}), []],
  wrong("a name instead of a list", { backendRefs: "cart" }, ".backendRefs"),
  wrong(
    "a port in quotes",
    { backendRefs: [{ name: "cart", port: "80" }] },
    ".backendRefs[0].port",
  ),
  wrong("a backend without a name", { backendRefs: [{ port: 80 }] }, ".backendRefs[0].name"),
  wrong("a number of text", { backendRefs: [{ ...ref, group: 1 }] }, ".backendRefs[0].group"),
  wrong(
    "a header without a value",
    { matches: [{ headers: [{ name: "x" }] }] },
    ".matches[0].headers[0].value",
  ),
  wrong(
    "an origin that is none",
    filter("CORS", { cors: { allowOrigins: ["shop.example"] } }),
    ".filters[0].cors.allowOrigins[0]",
  ),
  ["no rules where some are", route({ rules: [] }), [`fail ${web}: spec.rules`]],
  [
    "a section that is no name",
    of("HTTPRoute", { parentRefs: [{ name: "edge", sectionName: "Web!" }] }),
    [`fail ${web}: spec.parentRefs[0].sectionName`],
  ],
  ["no value", rule({ backendRefs: [{ ...ref, weight: null }], filters: null }), []],
  [
    "what the rule of routes says",
    rule({ backendRefs: [{ ...ref, port: 70_000 }], matches: [{ method: "LOOK" }] }),
    [],
  ],
  [
    "a grant without kinds",
    of("ReferenceGrant", {
      from: [{ group: "a", namespace: "b" }],
      to: [{ group: "", kind: "c" }],
    }),
    ["fail ReferenceGrant shop/web: spec.from[0].kind"],
  ],
]);

runGrid(unknownField, [
  ["a misspelt field", rule({ backendRef: [ref] }), [`fail ${web}: ${path}.backendRef`]],
  ["a name of every object", rule({ constructor: 1 }), [`fail ${web}: ${path}.constructor`]],
  ["what anybody may say", of("Gateway", { infrastructure: { labels: { a: "b" } } }), []],
]);

runGrid(kubernetesRoute, [
  wrong(
    "a full path of another type",
    redirect({ type: "ReplaceFullPath" }),
    ".filters[0].requestRedirect.path",
  ),
  [
    "a path in the wrong field",
    rule(redirect({ type: "ReplaceFullPath", replacePrefixMatch: "/" })),
    ["", ".replacePrefixMatch"].map(
      (field) => `fail ${web}: ${path}.filters[0].requestRedirect.path${field}`,
    ),
  ],
  wrong(
    "every method and one more",
    filter("CORS", { cors: { allowMethods: ["*", "GET"] } }),
    ".filters[0].cors.allowMethods",
  ),
  wrong(
    "a filter of a backend that is there twice",
    { backendRefs: [{ ...ref, filters: Array(2).fill({ type: "CORS", cors: {} }) }] },
    ".backendRefs[0].filters[1]",
  ),
  wrong(
    "more than the whole is mirrored",
    filter("RequestMirror", { requestMirror: { backendRef: ref, fraction: { numerator: 101 } } }),
    ".filters[0].requestMirror.fraction",
  ),
  [
    "one parent twice",
    of("HTTPRoute", { parentRefs: [{ name: "edge" }, { name: "edge", sectionName: "a" }] }),
    [`fail ${web}: spec.parentRefs[0]`],
  ],
  [
    "sections of one parent",
    of("HTTPRoute", {
      parentRefs: ["a", "b"].map((sectionName) => ({ name: "edge", sectionName })),
    }),
    [],
  ],
  [
    "two rules of one name",
    route({ rules: [{ name: "a" }, { name: "a" }] }),
    [`fail ${web}: spec.rules[1].name`],
  ],
  [
    "a call without a service",
    of("GRPCRoute", { rules: [{ matches: [{ method: {} }, { method: { service: "a b" } }] }] }),
    ["", ".service"].map(
      (field, index) => `fail GRPCRoute shop/web: ${path}.matches[${String(index)}].method${field}`,
    ),
  ],
]);

runGrid(kubernetesGateway, [
  [
    "an address twice",
    of("Gateway", {
      gatewayClassName: "istio",
      listeners: [{ name: "a", port: 80, protocol: "HTTP" }],
      addresses: [{ value: "1.2.3.4" }, { type: "IPAddress", value: "1.2.3.4" }],
    }),
    ["fail Gateway shop/web: spec.addresses[1]"],
  ],
]);

const policy = (validation: object, ...sections: readonly object[]) =>
  of("BackendTLSPolicy", {
    targetRefs: sections.map((section) => ({
      group: "",
      kind: "Service",
      name: "cart",
      ...section,
    })),
    validation: { hostname: "cart.example", ...validation },
  });
const system = { wellKnownCACertificates: "System" };
const target = "fail BackendTLSPolicy shop/web: spec.targetRefs";

runGrid(backendTls, [
  ["right", policy(system, { sectionName: "a" }, { sectionName: "b" }), []],
  ["nobody vouches", policy({}, {}), ["fail BackendTLSPolicy shop/web: spec.validation"]],
  ["whole and a part", policy(system, {}, { sectionName: "b" }), [`${target}[0]`]],
  [
    "one part twice",
    policy(system, { sectionName: "a" }, { sectionName: "a" }),
    [`${target}[0]`, `${target}[1]`],
  ],
  [
    "a name of another type",
    policy({ ...system, subjectAltNames: [{ type: "Hostname", uri: "spiffe://a/b" }] }, {}),
    ["", ".uri"].map(
      (field) => `fail BackendTLSPolicy shop/web: spec.validation.subjectAltNames[0]${field}`,
    ),
  ],
]);
