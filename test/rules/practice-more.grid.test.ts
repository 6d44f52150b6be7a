import { portPolicyDropsSettings } from "../../rules/destinations/port-policy-drops-settings.ts";
import { hostForEverybody } from "../../rules/gateway/host-for-everybody.ts";
import { rotationWindow } from "../../rules/gateway/rotation-window.ts";
import { weakTls } from "../../rules/gateway/weak-tls.ts";
import { hiddenFromCaller } from "../../rules/routing/hidden-from-caller.ts";
import { privateHeaderAsTag } from "../../rules/telemetry/private-header-as-tag.ts";
import { tagWithoutEnd } from "../../rules/telemetry/tag-without-end.ts";
import { destinationRule, object, service, to, yaml } from "./manifests.ts";
import { pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const caller = (at: string) =>
  pod(at, { container: { env: [{ name: "U", value: "http://cart.shop" }] } });
const rule = (at: string, exportTo: readonly string[]) =>
  destinationRule(at, { host: "cart.shop.svc.cluster.local", exportTo });
const route = (exportTo: readonly string[], gateways = ["mesh"]) =>
  object("networking.istio.io/v1", "VirtualService", "cart", {
    hosts: ["cart"],
    exportTo,
    gateways,
    http: [{ route: [to("cart")] }],
  });
const hiddenService = `apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop, annotations: { networking.istio.io/exportTo: "." } }\nspec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }\n`;
const mesh =
  "name: front\ntrust: { domain: a }\nservices: { web: { calls: { cart: {} } }, cart: { namespace: shop } }\n";

runGrid(hiddenFromCaller, [
  [
    "a Service",
    yaml(hiddenService, caller("front/web")),
    ["fail Service shop/cart: metadata.annotations"],
  ],
  ["a Service, for its own namespace", yaml(hiddenService, caller("shop/web")), []],
  [
    "a VirtualService",
    yaml(service("cart"), route(["."]), caller("front/web")),
    ["fail VirtualService shop/cart: spec.exportTo"],
  ],
  [
    "a VirtualService of a gateway",
    yaml(service("cart"), route(["."], ["edge"]), caller("front/web")),
    [],
  ],
  [
    "another DestinationRule is seen",
    yaml(service("cart"), rule("shop/cart", ["."]), rule("front/cart", ["."]), caller("front/web")),
    [],
  ],
  ["nobody is known to call", yaml(service("cart"), route(["."])), []],
  [
    "a declared call",
    yaml(mesh, service("cart"), rule("shop/cart", ["shop"])),
    ["fail DestinationRule shop/cart: spec.exportTo"],
  ],
  ["an unknown host", caller("front/web"), []],
]);

const ports = (policy: object, port: object) =>
  destinationRule("cart", {
    host: "cart",
    trafficPolicy: { ...policy, portLevelSettings: [{ port: { number: 80 }, ...port }] },
  });

runGrid(portPolicyDropsSettings, [
  ["nothing to lose", ports({ tls: { mode: "ISTIO_MUTUAL" } }, { outlierDetection: {} }), []],
  [
    "a pool",
    ports({ connectionPool: { tcp: { maxConnections: 1 } } }, { tls: { mode: "DISABLE" } }),
    ["fail DestinationRule shop/cart: spec.trafficPolicy.portLevelSettings[0]"],
  ],
  [
    "a simple way to balance",
    ports({ loadBalancer: { simple: "ROUND_ROBIN" } }, { tls: { mode: "DISABLE" } }),
    [],
  ],
  ["said again", ports({ outlierDetection: {} }, { outlierDetection: {} }), []],
]);

const telemetry = (spec: object) =>
  object("telemetry.istio.io/v1", "Telemetry", "default", { ...spec });
const tag = (each: object) => telemetry({ tracing: [{ customTags: { a: each } }] });

runGrid(privateHeaderAsTag, [
  [
    "a cookie",
    tag({ header: { name: "Cookie" } }),
    ["fail Telemetry shop/default: spec.tracing[0].customTags.a.header.name"],
  ],
  [
    "a key",
    tag({ header: { name: "x-api-key" } }),
    ["fail Telemetry shop/default: spec.tracing[0].customTags.a.header.name"],
  ],
  ["a literal", tag({ literal: { value: "token" } }), []],
  ["a header that tells nothing", tag({ header: { name: "x-authorized-by-design" } }), []],
  ["no map", telemetry({ tracing: [{ customTags: 5 }] }), []],
]);

const metric = (value: string, operation = "UPSERT") =>
  telemetry({ metrics: [{ overrides: [{ tagOverrides: { a: { operation, value } } }] }] });

runGrid(tagWithoutEnd, [
  [
    "an id",
    metric("request.headers['x-request-id']"),
    ["fail Telemetry shop/default: spec.metrics[0].overrides[0].tagOverrides.a.value"],
  ],
  ["a host", metric("request.host"), []],
  ["removed", metric("request.path", "REMOVE"), []],
]);

const tls = (...cipherSuites: readonly string[]) =>
  object("networking.istio.io/v1", "Gateway", "edge", {
    selector: { istio: "ingressgateway" },
    servers: [
      {
        port: { number: 443, name: "https", protocol: "HTTPS" },
        hosts: ["a.example"],
        tls: { mode: "SIMPLE", credentialName: "a", cipherSuites },
      },
    ],
  });

runGrid(weakTls, [
  ["forward secrecy", tls("ECDHE-RSA-AES128-GCM-SHA256", "TLS_AES_128_GCM_SHA256"), []],
  [
    "none",
    tls("ECDHE-RSA-AES128-GCM-SHA256", "AES128-SHA"),
    ["fail Gateway shop/edge: spec.servers[0].tls.cipherSuites[1]"],
  ],
]);

const listening = (listener: object) =>
  object("gateway.networking.k8s.io/v1", "Gateway", "edge", {
    gatewayClassName: "istio",
    listeners: [{ name: "a", port: 80, protocol: "HTTP", ...listener }],
  });
const all = { allowedRoutes: { namespaces: { from: "All" } } };

runGrid(hostForEverybody, [
  [
    "a listener for all",
    listening(all),
    ["fail Gateway shop/edge: spec.listeners[0].allowedRoutes.namespaces"],
  ],
  ["a listener with a hostname", listening({ ...all, hostname: "a.example" }), []],
  ["a listener for its own namespace", listening({}), []],
]);

runGrid(rotationWindow, [
  [
    "one key for ever",
    object("cert-manager.io/v1", "Certificate", "a", {
      secretName: "a",
      privateKey: { rotationPolicy: "Never" },
    }),
    ["fail Certificate shop/a: spec.privateKey.rotationPolicy"],
  ],
  [
    "a new key each time",
    object("cert-manager.io/v1", "Certificate", "a", {
      secretName: "a",
      privateKey: { rotationPolicy: "Always" },
    }),
    [],
  ],
]);
