import { blockingBudget } from "../../rules/operations/blocking-budget.ts";
import { unknownService } from "../../rules/webhooks/unknown-service.ts";
import { imageOfPod } from "../../rules/workloads/image-of-pod.ts";
import { localhostListener } from "../../rules/workloads/localhost-listener.ts";
import { podWithoutProxy } from "../../rules/workloads/pod-without-proxy.ts";
import { reservedPort } from "../../rules/workloads/reserved-port.ts";
import { sharedIdentity } from "../../rules/workloads/shared-identity.ts";
import { sidecarAndAmbient } from "../../rules/workloads/sidecar-and-ambient.ts";
import { unknownWaypoint } from "../../rules/workloads/unknown-waypoint.ts";
import { deployment, object, service, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

const namespace = (name: string, labels: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata: { name: ${name}, labels: { ${labels} } }\n`;
const meshed = namespace("shop", "istio-injection: enabled");

const injector = (labels: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: { name: istio-sidecar-injector, labels: { ${labels} } }
webhooks:
  - name: rev.namespace.sidecar-injector.istio.io
    clientConfig: { service: { name: istiod, namespace: istio-system } }
`;
const hook =
  "MutatingWebhookConfiguration istio-sidecar-injector: webhooks[0].clientConfig.service";
runGrid(unknownService, [
  ["its service", yaml(injector("a: b"), service("istio-system/istiod")), []],
  ["no service", injector("a: b"), [`fail ${hook}`]],
  [
    "a tag, control plane elsewhere",
    injector("istio.io/tag: prod, istio.io/rev: a"),
    [`unknown ${hook}`],
  ],
]);

const pod = (labels: string, rest = "", image = "auto") =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: edge, namespace: shop, labels: { ${labels} } }\nspec: { containers: [{ name: istio-proxy, image: ${image} }] }\n${rest}`;
const containers = ["fail Pod shop/edge: spec.containers"];
runGrid(imageOfPod, [
  ["to be injected", yaml(meshed, pod("app: edge")), []],
  ["not to be injected", yaml(namespace("shop", "a: b"), pod("app: edge")), containers],
  ["its namespace is not described", pod("app: edge"), []],
  ["it runs", yaml(meshed, pod("app: edge", "status: { phase: Running }\n")), containers],
]);

const running = "status: { phase: Running }\n";
const app = (labels: string, rest: string) => pod(labels, rest, "x").replace("istio-proxy", "app");
runGrid(podWithoutProxy, [
  ["only written", yaml(meshed, app("app: cart", "")), []],
  ["runs without", yaml(meshed, app("app: cart", running)), containers],
  ["runs with", yaml(meshed, pod("app: cart", running, "x")), []],
  ["opted out", yaml(meshed, app('sidecar.istio.io/inject: "false"', running)), []],
  ["outside", yaml(namespace("shop", "a: b"), app("app: cart", running)), []],
]);

const allow = (account: string) =>
  object("security.istio.io/v1", "AuthorizationPolicy", "cart", {
    rules: [{ from: [{ source: { principals: [`cluster.local/ns/shop/sa/${account}`] } }] }],
  });
const both = yaml(deployment("cart", "v1"), deployment("stock", "v1"));
runGrid(sharedIdentity, [
  [
    "two applications",
    yaml(allow("default"), both),
    ["fail Deployment shop/cart-v1: spec.template.spec.serviceAccountName"],
  ],
  [
    "two versions of one",
    yaml(allow("default"), deployment("cart", "v1"), deployment("cart", "v2")),
    [],
  ],
  ["nobody trusts it", yaml(allow("other"), both), []],
]);

const waypoint = object("gateway.networking.k8s.io/v1", "Gateway", "way", {
  gatewayClassName: "istio-waypoint",
});
const place = 'Namespace shop: metadata.labels["istio.io/use-waypoint"]';
runGrid(unknownWaypoint, [
  ["there", yaml(waypoint, namespace("shop", "istio.io/use-waypoint: way")), []],
  ["none", yaml(waypoint, namespace("shop", "istio.io/use-waypoint: none")), []],
  ["another", yaml(waypoint, namespace("shop", "istio.io/use-waypoint: wax")), [`fail ${place}`]],
  ["elsewhere", namespace("shop", "istio.io/use-waypoint: way"), [`unknown ${place}`]],
  [
    "beside its workloads",
    yaml(namespace("shop", "istio.io/use-waypoint: way"), deployment("cart", "v1")),
    [`fail ${place}`],
  ],
]);

const budget = (spec: string) =>
  `apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: { name: cart, namespace: shop }\nspec: { ${spec}, selector: { matchLabels: { app: cart } } }\n`;
const scaler = `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: cart, namespace: shop }
spec: { scaleTargetRef: { kind: Deployment, name: cart-v1 }, minReplicas: 2 }
`;
const blocked = ["fail PodDisruptionBudget shop/cart: spec"];
const replicas = (count: number) => deployment("cart", "v1", { replicas: count });
runGrid(blockingBudget, [
  ["one of two", yaml(budget("minAvailable: 1"), replicas(2)), []],
  ["one of one", yaml(budget("minAvailable: 1"), replicas(1)), blocked],
  ["an autoscaler keeps two", yaml(budget("minAvailable: 1"), replicas(1), scaler), []],
  ["all", budget("minAvailable: 100%"), blocked],
  ["none away", budget("maxUnavailable: 0"), blocked],
  ["nothing selected", budget("minAvailable: 1"), []],
]);

const listens = (container: object) =>
  object("apps/v1", "Deployment", "cart", {
    template: {
      metadata: { labels: { app: "cart" } },
      spec: { containers: [{ name: "app", ...container }] },
    },
  });
const cart = "fail Deployment shop/cart: spec.template.spec.containers[0]";
runGrid(localhostListener, [
  [
    "a flag",
    yaml(service("cart"), listens({ args: ["--bind-address=localhost:80"] })),
    [`${cart}.args[0]`],
  ],
  [
    "a flag and its value",
    yaml(service("cart"), listens({ command: ["app", "--http.listen", "[::1]:80"] })),
    [`${cart}.command[2]`],
  ],
  [
    "a variable",
    yaml(service("cart"), listens({ env: [{ name: "LISTEN_ADDR", value: "127.0.0.1:80" }] })),
    [`${cart}.env[0]`],
  ],
  [
    "every address",
    yaml(service("cart"), listens({ args: ["--listen=0.0.0.0:80", "--listen=:80"] })),
    [],
  ],
  [
    "a port that no Service sends to",
    yaml(service("cart"), listens({ args: ["--listen=127.0.0.1:81"] })),
    [],
  ],
  [
    "whom it calls",
    yaml(service("cart"), listens({ args: ["--upstream=http://127.0.0.1:80"] })),
    [],
  ],
  ["no Service", listens({ args: ["--listen=127.0.0.1:80"] }), []],
]);

const redirected = (labels: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: cart, namespace: shop, annotations: { ambient.istio.io/redirection: enabled }, labels: { ${labels} } }\nspec: { containers: [{ name: app, image: app }] }\n`;
runGrid(sidecarAndAmbient, [
  ["redirected", redirected("app: cart"), []],
  [
    "redirected, with the label of sidecars",
    redirected('sidecar.istio.io/inject: "true"'),
    ['fail Pod shop/cart: metadata.annotations["ambient.istio.io/redirection"]'],
  ],
]);

const listening = (containerPort: number, more: object = {}) => ({
  name: "b",
  ports: [{ containerPort }],
  ...more,
});
const beside = (container: object) =>
  object("apps/v1", "Deployment", "cart", {
    template: {
      metadata: { labels: { app: "cart", "sidecar.istio.io/inject": "true" } },
      spec: { containers: [listening(8080)], initContainers: [container] },
    },
  });
runGrid(reservedPort, [
  [
    "a sidecar that starts first",
    beside(listening(15020, { restartPolicy: "Always" })),
    ["fail Deployment shop/cart: spec.template.spec.initContainers[0].ports[0]"],
  ],
  ["one that ends before the proxy starts", beside(listening(15020)), []],
  [
    "the proxy itself",
    beside(listening(15090, { name: "istio-proxy", restartPolicy: "Always" })),
    [],
  ],
]);
