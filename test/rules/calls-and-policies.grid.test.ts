import { declaredCallDenied } from "../../rules/access/declared-call-denied.ts";
import { plaintext } from "../../rules/egress/plaintext.ts";
import { networkPolicyBlocksProxy } from "../../rules/workloads/network-policy-blocks-proxy.ts";
import { openDebugPort } from "../../rules/operations/open-debug-port.ts";
import { wasmNotPinned } from "../../rules/extensions/wasm-not-pinned.ts";
import { missingDependency } from "../../rules/sidecar/missing-dependency.ts";
import { yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const mesh = `name: shop
trust: { domain: shop.example }
services:
  web: { port: 8080, calls: { cart: {} } }
  cart: { port: 8080 }
`;

const access = (spec: string, name = "cart") =>
  `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: ${spec}\n`;
const cart = "selector: { matchLabels: { app: cart } }";
const denied = ["fail AuthorizationPolicy shop/cart: spec"];

runGrid(declaredCallDenied, [
  ["no rule", mesh, []],
  ["an ALLOW without rules", yaml(mesh, access("{}")), denied],
  ["an ALLOW for others", yaml(mesh, access("{ selector: { matchLabels: { app: web } } }")), []],
  [
    "an ALLOW of its namespace",
    yaml(mesh, access(`{ ${cart}, rules: [{ from: [{ source: { namespaces: [shop] } }] }] }`)),
    [],
  ],
  [
    "an ALLOW of a path, which may be the one",
    yaml(mesh, access(`{ ${cart}, rules: [{ to: [{ operation: { paths: [/cart] } }] }] }`)),
    [],
  ],
  [
    "one ALLOW for others, one for it",
    yaml(
      mesh,
      access(`{ ${cart}, rules: [{ from: [{ source: { namespaces: [blog] } }] }] }`),
      access(`{ rules: [{ from: [{ source: { namespaces: [shop] } }] }] }`, "all"),
    ),
    [],
  ],
  [
    "a DENY of its identity",
    yaml(
      mesh,
      access(
        `{ ${cart}, action: DENY, rules: [{ from: [{ source: { principals: [shop.example/ns/shop/sa/web] } }] }] }`,
      ),
    ),
    denied,
  ],
  [
    "a DENY of its identity on one path",
    yaml(
      mesh,
      access(
        `{ ${cart}, action: DENY, rules: [{ from: [{ source: { namespaces: [shop] } }], to: [{ operation: { paths: [/admin] } }] }] }`,
      ),
    ),
    [],
  ],
  [
    "a DENY of everybody but it",
    yaml(
      mesh,
      access(
        `{ ${cart}, action: DENY, rules: [{ from: [{ source: { notPrincipals: ["*/ns/shop/sa/web"] } }] }] }`,
      ),
    ),
    [],
  ],
  [
    "a DENY of everybody but another",
    yaml(
      mesh,
      access(
        `{ ${cart}, action: DENY, rules: [{ from: [{ source: { notNamespaces: [blog] } }] }] }`,
      ),
    ),
    denied,
  ],
]);

const sidecar = (hosts: string, more = "", name = "default") =>
  `apiVersion: networking.istio.io/v1\nkind: Sidecar\nmetadata: { name: ${name}, namespace: shop }\nspec: { egress: [{ hosts: [${hosts}] }]${more} }\n`;
const egress = "Sidecar shop/default: spec.egress";

runGrid(missingDependency, [
  ["all hosts", yaml(mesh, sidecar('"*/*"')), []],
  ["all of its namespace", yaml(mesh, sidecar('"./*"')), []],
  ["only those of another", yaml(mesh, sidecar('"blog/*"')), [`fail ${egress}`]],
  [
    "one for chosen workloads, which may be the caller's",
    yaml(
      mesh,
      sidecar('"blog/*"'),
      sidecar('"./*"', ", workloadSelector: { labels: { version: v1 } }", "v1"),
    ),
    [`unknown ${egress}`],
  ],
  [
    "one for others",
    yaml(
      mesh,
      sidecar('"blog/*"'),
      sidecar('"./*"', ", workloadSelector: { labels: { app: cart } }", "cart"),
    ),
    [`fail ${egress}`],
  ],
]);

const pod = (mode: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: cart, namespace: shop }\nspec: { template: { metadata: { labels: { app: cart, ${mode} } }, spec: { containers: [{ name: app }] } } }\n`;
const proxy = pod('sidecar.istio.io/inject: "true"');
const policy = (spec: string, name = "cart") =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: ${name}, namespace: shop }\nspec: { ${spec} }\n`;
const dns = "{ ports: [{ port: 53, protocol: UDP }] }";
const blocked = ["fail NetworkPolicy shop/cart: spec"];
const ambient =
  "apiVersion: v1\nkind: Namespace\nmetadata: { name: shop, labels: { istio.io/dataplane-mode: ambient } }\n";

runGrid(networkPolicyBlocksProxy, [
  ["only ingress", yaml(proxy, policy("podSelector: {}")), []],
  ["no egress at all", yaml(proxy, policy("podSelector: {}, policyTypes: [Egress]")), blocked],
  ["no proxy", yaml(pod("x: y"), policy("podSelector: {}, policyTypes: [Egress]")), []],
  [
    "for others",
    yaml(proxy, policy("podSelector: { matchLabels: { app: web } }, policyTypes: [Egress]")),
    [],
  ],
  ["everything", yaml(proxy, policy("podSelector: {}, egress: [{}]")), []],
  ["DNS only", yaml(proxy, policy(`podSelector: {}, egress: [${dns}]`)), blocked],
  [
    "any address, DNS, and a range of ports",
    yaml(
      proxy,
      policy(`podSelector: {}, egress: [${dns}, { ports: [{ port: 15000, endPort: 15999 }] }]`),
    ),
    [],
  ],
  [
    "two policies together",
    yaml(
      proxy,
      policy(`podSelector: {}, egress: [${dns}]`),
      policy("podSelector: {}, egress: [{ to: [{ namespaceSelector: {} }] }]", "more"),
    ),
    [],
  ],
  [
    "labels of a namespace that nobody describes",
    yaml(
      proxy,
      policy(
        `podSelector: {}, egress: [${dns}, { to: [{ namespaceSelector: { matchLabels: { team: mesh } } }] }]`,
      ),
    ),
    [],
  ],
  [
    "another namespace",
    yaml(
      proxy,
      policy(
        `podSelector: {}, egress: [${dns}, { to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: blog } } }] }]`,
      ),
    ),
    blocked,
  ],
  [
    "no DNS",
    yaml(proxy, policy("podSelector: {}, egress: [{ ports: [{ port: 15012 }] }]")),
    blocked,
  ],
  [
    "ambient, only the port of the application",
    yaml(ambient, pod("x: y"), policy("podSelector: {}, ingress: [{ ports: [{ port: 8080 }] }]")),
    blocked,
  ],
  [
    "ambient, with the port of ambient mode",
    yaml(
      ambient,
      pod("x: y"),
      policy("podSelector: {}, ingress: [{ ports: [{ port: 8080 }, { port: 15008 }] }]"),
    ),
    [],
  ],
  ["ambient, nothing on purpose", yaml(ambient, pod("x: y"), policy("podSelector: {}")), []],
]);

const entry = (spec: string) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: api, namespace: shop }\nspec: { ${spec} }\n`;
const http = "ports: [{ number: 80, name: http, protocol: HTTP }]";

runGrid(plaintext, [
  [
    "a name of the internet",
    entry(`hosts: [api.example.com], ${http}`),
    ["fail ServiceEntry shop/api: spec.ports[0].protocol"],
  ],
  [
    "a machine of the mesh",
    entry(`hosts: [api.example.com], location: MESH_INTERNAL, ${http}`),
    [],
  ],
  [
    "a machine with an address",
    entry(`hosts: [api.example.com], endpoints: [{ address: 10.0.0.1 }], ${http}`),
    [],
  ],
  ["a name of a private network", entry(`hosts: [api.shop.internal], ${http}`), []],
  [
    "plain TCP, which may be TLS",
    entry("hosts: [api.example.com], ports: [{ number: 5432, name: tcp, protocol: TCP }]"),
    [],
  ],
  [
    "sent elsewhere by a route",
    yaml(
      entry(`hosts: [api.example.com], ${http}`),
      "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: { name: api, namespace: shop }\nspec: { hosts: [api.example.com], http: [{ route: [{ destination: { host: egress.shop.svc.cluster.local } }] }] }\n",
    ),
    [],
  ],
]);

const service = (spec: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: out, namespace: istio-system }\nspec: { ${spec} }\n`;

runGrid(openDebugPort, [
  ["inside only", service("selector: { app: istiod }, ports: [{ port: 15010 }]"), []],
  [
    "an application on port 8080",
    service("type: LoadBalancer, selector: { app: web }, ports: [{ port: 80, targetPort: 8080 }]"),
    [],
  ],
  [
    "the health check of a gateway",
    service("type: LoadBalancer, selector: { istio: ingressgateway }, ports: [{ port: 15021 }]"),
    [],
  ],
  [
    "administration of a gateway",
    service("type: NodePort, selector: { istio: ingressgateway }, ports: [{ port: 15000 }]"),
    ["fail Service istio-system/out: spec.ports[0]"],
  ],
]);

const plugin = (spec: string) =>
  `apiVersion: extensions.istio.io/v1alpha1\nkind: WasmPlugin\nmetadata: { name: a, namespace: shop }\nspec: { ${spec} }\n`;

runGrid(wasmNotPinned, [
  ["a file of the image", plugin("url: file:///opt/a.wasm"), []],
  ["a digest beside", plugin(`url: https://x.example/a.wasm, sha256: ${"a".repeat(64)}`), []],
  [
    "an address alone",
    plugin("url: http://x.example/a.wasm"),
    ["fail WasmPlugin shop/a: spec.url"],
  ],
]);
