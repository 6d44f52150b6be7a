import { stringify } from "yaml";
import { controlPlaneWithoutBudget } from "../../rules/operations/control-plane-without-budget.ts";
import { gatewayWithoutLogs } from "../../rules/operations/gateway-without-logs.ts";
import { largeConfiguration } from "../../rules/operations/large-configuration.ts";
import { missingOwner } from "../../rules/operations/missing-owner.ts";
import { suppressionWithoutEnd } from "../../rules/operations/suppression-without-end.ts";
import { unscopedProxies } from "../../rules/operations/unscoped-proxies.ts";
import { injectorFailsOpen } from "../../rules/webhooks/injector-fails-open.ts";
import { deployment, object, service, to, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const istiod = (replicas: number) =>
  object("apps/v1", "Deployment", "istio-system/istiod", {
    replicas,
    template: { metadata: { labels: { app: "istiod" } } },
  });
const budget = (app: string) =>
  object("policy/v1", "PodDisruptionBudget", "istio-system/istiod", {
    maxUnavailable: 1,
    selector: { matchLabels: { app } },
  });
const evicted = ["fail Deployment istio-system/istiod: metadata"];

runGrid(controlPlaneWithoutBudget, [
  ["one instance", istiod(1), []],
  ["several", istiod(2), evicted],
  ["with a budget", yaml(istiod(2), budget("istiod")), []],
  ["with that of another", yaml(istiod(2), budget("gateway")), evicted],
]);

const many = Array.from({ length: 51 }, (_, index) => service(`s${String(index)}`));
const sidecar = (at: string, selector?: object) =>
  object("networking.istio.io/v1", "Sidecar", at, {
    ...(selector === undefined ? {} : { workloadSelector: { labels: selector } }),
    egress: [{ hosts: ["./*"] }],
  });
const cart = deployment("cart", "v1");
const open = ["fail Deployment shop/cart-v1: metadata.namespace"];
const mesh = (text: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata: { mesh: "${text}" }\n`;

runGrid(unscopedProxies, [
  ["many hosts", yaml(cart, ...many), open],
  ["few hosts", yaml(cart, ...many.slice(0, 50)), []],
  ["a Sidecar of the namespace", yaml(cart, ...many, sidecar("default")), []],
  ["one of the workload", yaml(cart, ...many, sidecar("one", { app: "cart" })), []],
  ["one of another workload", yaml(cart, ...many, sidecar("one", { app: "web" })), open],
  ["one of the mesh", yaml(cart, ...many, sidecar("istio-system/default")), []],
  ["one of another namespace", yaml(cart, ...many, sidecar("web/default")), open],
  [
    "chosen namespaces",
    yaml(cart, ...many, mesh("discoverySelectors: [{ matchLabels: { a: b } }]")),
    [],
  ],
  ["exported nowhere", yaml(cart, ...many, mesh("defaultServiceExportTo: ['.']")), []],
  ["no sidecar", yaml(deployment("cart", "v1", { inject: "false" }), ...many), []],
]);

const routes = (count: number, hosts: readonly string[] = ["cart"]) =>
  object("networking.istio.io/v1", "VirtualService", "cart", {
    hosts,
    http: Array.from({ length: count }, () => ({ route: [to("cart")] })),
  });
const one = (rule: object) =>
  object("networking.istio.io/v1", "VirtualService", "cart", { hosts: ["cart"], http: [rule] });
const gateway = (count: number) =>
  object("networking.istio.io/v1", "Gateway", "edge", {
    selector: { istio: "edge" },
    servers: [
      {
        port: { number: 80, name: "http", protocol: "HTTP" },
        hosts: Array.from({ length: count }, (_, index) => `h${String(index)}.example.com`),
      },
    ],
  });

runGrid(largeConfiguration, [
  ["200 routes", routes(200), []],
  ["201 routes", routes(201), ["fail VirtualService shop/cart: spec.http"]],
  ["for two hosts", routes(101, ["a", "b"]), ["fail VirtualService shop/cart: spec.http"]],
  [
    "an expression",
    one({ match: [{ uri: { regex: "a".repeat(1001) } }], route: [to("cart")] }),
    ["fail VirtualService shop/cart: spec.http[0].match[0].uri.regex"],
  ],
  [
    "a body",
    one({ directResponse: { status: 200, body: { string: "a".repeat(70_000) } } }),
    ["fail VirtualService shop/cart: spec.http[0].directResponse.body"],
  ],
  ["a short body", one({ directResponse: { status: 200, body: { string: "a" } } }), []],
  ["200 hosts", gateway(200), []],
  ["201 hosts", gateway(201), ["fail Gateway shop/edge: spec.servers"]],
]);

const annotated = (key: string, value: string) =>
  `apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: edge, namespace: shop, annotations: { ${key}: ${JSON.stringify(value)} } }\nspec: { selector: { istio: edge }, servers: [] }\n`;
const own = "heddle.dev/ignore";
const istio = "galley.istio.io/analyze-suppress";
const place = (key: string) => [`fail Gateway shop/edge: metadata.annotations["${key}"]`];

runGrid(suppressionWithoutEnd, [
  ["none", annotated("a", "b"), []],
  ["with an end", annotated(own, "HED4003: later until 2027-01-01"), []],
  ["without", annotated(own, "HED4003: later"), place(own)],
  [
    "one of two",
    annotated(own, "HED4003: later until 2027-01-01; HED4004: until then"),
    place(own),
  ],
  ["of istioctl", annotated(istio, "*"), place(istio)],
]);

const owned = (name: string, labels: string) =>
  `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: ${name}, namespace: ${name}, labels: { ${labels} } }\nspec: { egress: [{ hosts: ["./*"] }] }\n`;
const team = ["a", "b", "c"].map((name) => owned(name, "example.com/team: x"));

runGrid(missingOwner, [
  ["nobody", yaml(...["a", "b", "c", "d", "e"].map((name) => owned(name, "app: x"))), []],
  [
    "most",
    yaml(...team, owned("d", "owner: y"), owned("e", "app: x")),
    ["fail Sidecar e/e: metadata"],
  ],
  ["all", yaml(...team, owned("d", "owner: y"), owned("e", "team: z")), []],
  ["few objects", yaml(...team, owned("d", "app: x")), []],
  ["half", yaml(...team, owned("d", "app: x"), owned("e", "app: x"), owned("f", "app: x")), []],
]);

const logs = (at: string, disabled = false) =>
  object("telemetry.istio.io/v1", "Telemetry", at, {
    accessLogging: [{ disabled, providers: [{ name: "envoy" }] }],
  });
const silent = ["fail Gateway shop/edge: spec"];

runGrid(gatewayWithoutLogs, [
  ["nobody knows", gateway(1), []],
  ["nothing", yaml(gateway(1), mesh("trustDomain: a")), silent],
  ["a file", yaml(gateway(1), mesh("accessLogFile: /dev/stdout")), []],
  ["a provider", yaml(gateway(1), mesh("defaultProviders: { accessLogging: [envoy] }")), []],
  ["of the mesh", yaml(gateway(1), mesh("trustDomain: a"), logs("istio-system/all")), []],
  ["of the gateway", yaml(gateway(1), mesh("trustDomain: a"), logs("shop/edge")), []],
  [
    "switched off",
    yaml(gateway(1), mesh("trustDomain: a"), logs("shop/edge", true)),
    [...silent, "fail Telemetry shop/edge: spec.accessLogging"],
  ],
  [
    "switched off for the mesh",
    yaml(gateway(1), logs("istio-system/off", true)),
    ["fail Telemetry istio-system/off: spec.accessLogging"],
  ],
  ["and on at the gateway", yaml(gateway(1), logs("istio-system/off", true), logs("shop/on")), []],
  ["off where no gateway is", yaml(gateway(1), logs("other/off", true)), []],
  ["no gateway", mesh("trustDomain: a"), []],
]);

const injector = (fields: object, name = "rev.namespace.sidecar-injector.istio.io") =>
  stringify({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name: "istio-sidecar-injector" },
    webhooks: [{ name, clientConfig: {}, ...fields }],
  });
const hook = "fail MutatingWebhookConfiguration istio-sidecar-injector: webhooks[0]";

runGrid(injectorFailsOpen, [
  ["the defaults", injector({}), []],
  ["ignored", injector({ failurePolicy: "Ignore" }), [`${hook}.failurePolicy`]],
  ["a second", injector({ failurePolicy: "Fail", timeoutSeconds: 1 }), [`${hook}.timeoutSeconds`]],
  ["ten seconds", injector({ timeoutSeconds: 10 }), []],
  ["of somebody else", injector({ failurePolicy: "Ignore" }, "inject.example.com"), []],
]);
