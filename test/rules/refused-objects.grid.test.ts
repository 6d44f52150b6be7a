import { refusedMetadata } from "../../rules/objects/refused-metadata.ts";
import { refusedService } from "../../rules/objects/refused-service.ts";
import { refusedWorkload } from "../../rules/objects/refused-workload.ts";
import { object } from "./manifests.ts";
import { runGrid, type Row } from "./run-grid.ts";

type Fields = Readonly<Record<string, unknown>>;

const http = { name: "http", port: 80 };
const service = (spec: Fields, at = "cart") =>
  object("v1", "Service", at, { selector: { app: "cart" }, ports: [http], ...spec });
const found = (...places: readonly string[]) =>
  places.map((place) => `fail Service shop/cart: ${place}`);
const port = (name: string, fields: Fields, ...places: readonly string[]): Row => [
  name,
  service({ ports: [{ ...http, ...fields }] }),
  found(...places.map((place) => `spec.ports[0].${place}`)),
];

runGrid(refusedService, [
  ["right", service({ type: "LoadBalancer", externalTrafficPolicy: "Local" }), []],
  [
    "an address of a node",
    service({ type: "NodePort", ports: [{ ...http, nodePort: 30_080 }] }),
    [],
  ],
  port("number", { port: 70_000 }, "port"),
  port("target", { targetPort: 0 }, "targetPort"),
  port("name of the target", { targetPort: "a-name-that-is-too-long" }, "targetPort"),
  port("target by name", { targetPort: "http-2" }),
  port("protocol of HTTP", { protocol: "HTTP" }, "protocol"),
  port("protocol in lower case", { protocol: "tcp" }, "protocol"),
  port("name in capitals", { name: "HTTP" }, "name"),
  port("port of the nodes", { nodePort: 30_080 }, "nodePort"),
  [
    "two without names",
    service({ ports: [{ port: 1 }, { port: 2 }] }),
    found("spec.ports[0]", "spec.ports[1]"),
  ],
  ["a name twice", service({ ports: [http, { ...http, port: 81 }] }), found("spec.ports[1].name")],
  ["a port twice", service({ ports: [http, { ...http, name: "b" }] }), found("spec.ports[1].port")],
  [
    "a port of two protocols",
    service({ ports: [http, { ...http, name: "b", protocol: "UDP" }] }),
    [],
  ],
  ["an address that is none", service({ clusterIP: "none" }), found("spec.clusterIP")],
  ["a misspelt type", service({ type: "Loadbalancer" }), found("spec.type")],
  [
    "headless with an address",
    service({ type: "NodePort", clusterIP: "None" }),
    found("spec.clusterIP"),
  ],
  [
    "a URL as a name",
    service({ type: "ExternalName", externalName: "http://a" }),
    found("spec.externalName"),
  ],
  ["a digit first", service({}, "9cart"), ["fail Service shop/9cart: metadata.name"]],
]);

const container = (fields: Fields) => ({ name: "app", image: "shop/cart", ...fields });
const deployment = (labels: Fields, ...containers: readonly Fields[]) =>
  object("apps/v1", "Deployment", "cart", {
    selector: { matchLabels: { app: "cart" } },
    template: { metadata: { labels }, spec: { containers } },
  });
const cart = { app: "cart", version: "v1" };
const at = "fail Deployment shop/cart: spec.template.spec.containers";

runGrid(refusedWorkload, [
  ["right", deployment(cart, container({ ports: [{ name: "http", containerPort: 80 }] })), []],
  [
    "other labels",
    deployment({ app: "card" }, container({})),
    ["fail Deployment shop/cart: spec.selector"],
  ],
  ["a container twice", deployment(cart, container({}), container({})), [`${at}[1].name`]],
  ["a name in capitals", deployment(cart, container({ name: "App" })), [`${at}[0].name`]],
  [
    "ports",
    deployment(
      cart,
      container({
        ports: [
          { name: "http", containerPort: 0 },
          { name: "http", containerPort: 80, protocol: "HTTP" },
          { name: "8080", containerPort: 8080 },
        ],
      }),
    ),
    ["[0].containerPort", "[1].name", "[1].protocol", "[2].name"].map(
      (place) => `${at}[0].ports${place}`,
    ),
  ],
]);

const env = (value: unknown) => deployment(cart, container({ env: [{ name: "A", value }] }));
runGrid(refusedWorkload, [
  ["a number in the environment", env(1), [`${at}[0].env[0].value`]],
  ["text in the environment", env("1"), []],
]);

const rule = (metadata: string) =>
  `apiVersion: networking.istio.io/v1\nkind: DestinationRule\nmetadata: { ${metadata} }\nspec: { host: cart }\n`;
const rejected = (place: string) => [`fail DestinationRule shop/cart: metadata.${place}`];
const named = "name: cart, namespace: shop";

runGrid(refusedMetadata, [
  ["right", rule(`${named}, labels: { a.b/c: d, e: "" }, annotations: { f: "g h" }`), []],
  ["a flag", rule(`${named}, labels: { a: true }`), rejected("labels.a")],
  ["a number", rule(`${named}, annotations: { a: 1 }`), rejected("annotations.a")],
  ["a blank", rule(`${named}, labels: { a: b c }`), rejected("labels.a")],
  ["two slashes", rule(`${named}, annotations: { a/b/c: d }`), rejected('annotations["a/b/c"]')],
  [
    "capitals",
    rule("name: Cart, namespace: shop"),
    ["fail DestinationRule shop/Cart: metadata.name"],
  ],
  [
    "a role",
    "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: { name: 'system:a' }\n",
    [],
  ],
]);
