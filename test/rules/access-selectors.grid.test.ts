import { principalUnknown } from "../../rules/access/principal-unknown.ts";
import { selectorWithoutWorkload } from "../../rules/access/selector-without-workload.ts";
import { sourceNamespaceUnknown } from "../../rules/access/source-namespace-unknown.ts";
import { conflictingGateways } from "../../rules/gateway/conflicting-gateways.ts";
import { portNotOnService } from "../../rules/gateway/port-not-on-service.ts";
import { gatewaySelectorWithoutWorkload } from "../../rules/gateway/selector-without-workload.ts";
import { sidecarInAmbient } from "../../rules/sidecar/sidecar-in-ambient.ts";
import { deployment, object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const namespace = (name: string, labels: Record<string, string> = {}) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: ${JSON.stringify({ name, labels })}\n`;
const policy = (at: string, spec: object) =>
  object("security.istio.io/v1", "AuthorizationPolicy", at, { ...spec });
const select = (app: string) => ({ selector: { matchLabels: { app } } });
const from = (source: object) => ({ rules: [{ from: [{ source }] }] });

runGrid(selectorWithoutWorkload, [
  ["a pod of its namespace", yaml(deployment("cart", "v1"), policy("cart", select("cart"))), []],
  [
    "a pod of another namespace",
    yaml(deployment("cart", "v1"), policy("bank/cart", select("cart"))),
    ["fail AuthorizationPolicy bank/cart: spec.selector"],
  ],
  [
    "the whole mesh",
    yaml(deployment("cart", "v1"), policy("istio-system/cart", select("cart"))),
    [],
  ],
  ["the root namespace without a selector", policy("istio-system/none", {}), []],
  [
    "a pod without a proxy",
    yaml(deployment("cart", "v1", { inject: "false" }), policy("cart", select("cart"))),
    ["fail AuthorizationPolicy shop/cart: spec.selector"],
  ],
  [
    "the gateway of Istio",
    policy("istio-system/edge", { selector: { matchLabels: { istio: "ingressgateway" } } }),
    [],
  ],
  [
    "nothing is described",
    policy("cart", select("cart")),
    ["unknown AuthorizationPolicy shop/cart: spec.selector"],
  ],
  [
    "a target",
    yaml(deployment("a", "v1"), policy("bank/b", { targetRefs: [{ kind: "Service", name: "b" }] })),
    [],
  ],
  [
    "an unknown selector",
    policy("cart", { selector: unknownText }),
    ["unknown AuthorizationPolicy shop/cart: spec.selector"],
  ],
]);

runGrid(sourceNamespaceUnknown, [
  [
    "prefix, suffix, all, any case",
    yaml(
      namespace("prod-a"),
      policy("cart", from({ namespaces: ["prod-*", "*-a", "*", "PROD-A"] })),
    ),
    [],
  ],
  [
    "neither",
    yaml(namespace("prod-a"), policy("cart", from({ notNamespaces: ["prod-a", "dev-*"] }))),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.notNamespaces[1]"],
  ],
  [
    "one with workloads",
    yaml(namespace("x"), deployment("cart", "v1"), policy("cart", from({ namespaces: ["shop"] }))),
    [],
  ],
  [
    "no namespaces",
    policy("cart", from({ namespaces: ["y"] })),
    ["unknown AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.namespaces[0]"],
  ],
]);

runGrid(principalUnknown, [
  [
    "another cluster of the mesh may have it",
    yaml(
      deployment("cart", "v1"),
      policy("cart", from({ principals: ["cluster.local/ns/shop/sa/web"] })),
      'apiVersion: v1\nkind: Secret\nmetadata: { name: east, namespace: istio-system, labels: { istio/multiCluster: "true" } }\n',
    ),
    ["unknown AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.principals[0]"],
  ],
  [
    "the default account",
    yaml(
      deployment("cart", "v1"),
      policy("cart", from({ principals: ["cluster.local/ns/shop/sa/default"] })),
    ),
    [],
  ],
  [
    "another namespace",
    yaml(
      deployment("cart", "v1"),
      policy("cart", from({ principals: ["cluster.local/ns/bank/sa/x"] })),
    ),
    [],
  ],
  [
    "a pattern",
    yaml(deployment("cart", "v1"), policy("cart", from({ principals: ["*/ns/shop/sa/*"] }))),
    [],
  ],
  [
    "spiffe",
    policy("cart", from({ principals: ["spiffe://cluster.local/ns/shop/sa/web"] })),
    ["fail AuthorizationPolicy shop/cart: spec.rules[0].from[0].source.principals[0]"],
  ],
]);

const gateway = (at: string, selector: object, port = 80, hosts = ["shop.example"]) =>
  object("networking.istio.io/v1", "Gateway", at, {
    selector,
    servers: [{ port: { number: port, name: "http", protocol: "HTTP" }, hosts }],
  });
const ingress = { istio: "ingressgateway" };
const pod = object("apps/v1", "Deployment", "front/inner", {
  template: { metadata: { labels: { ...ingress, zone: "inner" } } },
});

runGrid(gatewaySelectorWithoutWorkload, [
  ["the one of Istio", gateway("edge", ingress), []],
  ["a typo", gateway("edge", { istio: "ingresstypo" }), ["fail Gateway shop/edge: spec.selector"]],
  ["a release of the same name", gateway("edge", { istio: "edge" }), []],
  ["no selector", gateway("edge", {}), []],
]);

runGrid(conflictingGateways, [
  [
    "two states of one object, of which the last is applied",
    yaml(gateway("a", ingress), gateway("a", ingress)),
    [],
  ],
  [
    "one host, one port",
    yaml(gateway("a", ingress), gateway("bank/b", ingress)),
    [
      "fail Gateway bank/b: spec.servers[0].hosts[0]",
      "fail Gateway shop/a: spec.servers[0].hosts[0]",
    ],
  ],
  [
    "every proxy, and the one of Istio",
    yaml(gateway("a", ingress), gateway("b", {})),
    [
      "fail Gateway shop/a: spec.servers[0].hosts[0]",
      "fail Gateway shop/b: spec.servers[0].hosts[0]",
    ],
  ],
  ["another port", yaml(gateway("a", ingress), gateway("b", ingress, 8080)), []],
  ["another host", yaml(gateway("a", ingress), gateway("b", ingress, 80, ["x.example"])), []],
  [
    "a narrower selector without pods",
    yaml(gateway("a", ingress), gateway("b", { ...ingress, zone: "inner" })),
    [],
  ],
  [
    "a narrower selector for the same pod",
    yaml(pod, gateway("a", ingress), gateway("b", { ...ingress, zone: "inner" })),
    [
      "fail Gateway shop/a: spec.servers[0].hosts[0]",
      "fail Gateway shop/b: spec.servers[0].hosts[0]",
    ],
  ],
]);

runGrid(portNotOnService, [
  ["a port of Istio's gateway", yaml(gateway("a", ingress), gateway("b", ingress, 8443)), []],
  ["another", gateway("a", ingress, 9999), ["fail Gateway shop/a: spec.servers[0].port.number"]],
  ["a gateway that is not described", gateway("edge", { istio: "edge" }, 9999), []],
  [
    "a port that a Service of one's own leads to, on Istio's gateway",
    yaml(
      gateway("a", ingress, 8081),
      object("v1", "Service", "istio-system/inside", {
        selector: { istio: "ingressgateway" },
        ports: [{ port: 80, targetPort: 8081 }],
      }),
    ),
    [],
  ],
]);

const sidecar = object("networking.istio.io/v1", "Sidecar", "cart", {
  workloadSelector: { labels: { app: "cart" } },
});
const ambient = namespace("shop", { "istio.io/dataplane-mode": "ambient" });
runGrid(sidecarInAmbient, [
  [
    "a pod in ambient mode",
    yaml(ambient, deployment("cart", "v1", { inject: "" }), sidecar),
    ["fail Sidecar shop/cart: spec"],
  ],
  ["a pod with a sidecar of its own", yaml(ambient, deployment("cart", "v1"), sidecar), []],
  [
    "a namespace with injection",
    yaml(
      namespace("shop", { "istio.io/dataplane-mode": "ambient", "istio-injection": "enabled" }),
      object("networking.istio.io/v1", "Sidecar", "all", {}),
    ),
    [],
  ],
]);
