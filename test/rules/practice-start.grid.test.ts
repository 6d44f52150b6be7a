import { drainLongerThanGrace } from "../../rules/resilience/drain-longer-than-grace.ts";
import { promisesMoreThanCallees } from "../../rules/resilience/promises-more-than-callees.ts";
import { unnamedWorkload } from "../../rules/telemetry/unnamed-workload.ts";
import { startsBeforeProxy } from "../../rules/workloads/starts-before-proxy.ts";
import { object, yaml } from "./manifests.ts";
import { outside, pod } from "./pod.ts";
import { runGrid } from "./run-grid.ts";

const old = { "sidecar.istio.io/nativeSidecar": "false" };
const meshConfig = (defaultConfig: object) =>
  `${JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "istio", namespace: "istio-system" }, data: { mesh: JSON.stringify({ defaultConfig }) } })}\n`;
const initial = (container: object) => ({
  spec: { initContainers: [{ name: "first", image: "app:1", ...container }] },
});
const curl = { command: ["sh", "-c", "curl http://stock"] };
const first = ["fail Deployment shop/cart: spec.template.spec.initContainers[0]"];
const istiod = object("apps/v1", "Deployment", "istio-system/istiod", {
  template: {
    metadata: { labels: { app: "istiod" } },
    spec: {
      containers: [
        { name: "discovery", env: [{ name: "ENABLE_NATIVE_SIDECARS", value: "false" }] },
      ],
    },
  },
});

runGrid(startsBeforeProxy, [
  ["a native sidecar, which is the default", pod("cart", initial(curl)), []],
  ["switched off for all", yaml(istiod, pod("cart", initial(curl))), first],
  [
    "switched off for all but this",
    yaml(
      istiod,
      pod("cart", { ...initial(curl), annotations: { "sidecar.istio.io/nativeSidecar": "true" } }),
    ),
    [],
  ],
  [
    "the user of the proxy",
    pod("cart", {
      ...initial({ ...curl, securityContext: { runAsUser: 1337 } }),
      annotations: old,
    }),
    [],
  ],
  [
    "nothing is called",
    pod("cart", { ...initial({ command: ["chown", "-R", "1", "/data"] }), annotations: old }),
    [],
  ],
  [
    "an image that migrates a database",
    pod("cart", { ...initial({ image: "flyway/flyway:10" }), annotations: old }),
    first,
  ],
  ["no proxy", pod("cart", { ...initial(curl), labels: outside }), []],
  [
    "the application waits",
    pod("cart", {
      container: { command: ["sh", "-c", "until nc -z db 5432; do sleep 1; done; exec app"] },
      annotations: old,
    }),
    ["fail Deployment shop/cart: spec.template.spec.containers[0]"],
  ],
  [
    "the application waits, and the proxy is first",
    yaml(
      meshConfig({ holdApplicationUntilProxyStarts: true }),
      pod("cart", {
        container: { command: ["sh", "-c", "until nc -z db 5432; do sleep 1; done; exec app"] },
        annotations: old,
      }),
    ),
    [],
  ],
]);

const drain = (time: string) => ({ "proxy.istio.io/config": `terminationDrainDuration: ${time}` });

runGrid(drainLongerThanGrace, [
  ["shorter than the default", pod("cart", { annotations: drain("25s") }), []],
  [
    "as long as the default",
    pod("cart", { annotations: drain("30s") }),
    ['fail Deployment shop/cart: spec.template.metadata.annotations["proxy.istio.io/config"]'],
  ],
  [
    "of the mesh",
    yaml(meshConfig({ terminationDrainDuration: "45s" }), pod("cart"), pod("web")),
    ["fail ConfigMap istio-system/istio: (root)"],
  ],
  [
    "of the mesh, and the workload has time",
    yaml(
      meshConfig({ terminationDrainDuration: "45s" }),
      pod("cart", { spec: { terminationGracePeriodSeconds: 60 } }),
    ),
    [],
  ],
  [
    "of the mesh, and the workload says less",
    yaml(
      meshConfig({ terminationDrainDuration: "45s" }),
      pod("cart", { annotations: drain("5s") }),
    ),
    [],
  ],
]);

const mesh =
  "name: shop\ntrust: { domain: a }\nservices: { web: { calls: { cart: {} } }, cart: {} }\n";
const slo = (name: string, spec: object) => object("openslo/v1", "SLO", name, { ...spec });
const pyrra = (name: string, target: string) =>
  object("pyrra.dev/v1alpha1", "ServiceLevelObjective", name, { target });

runGrid(promisesMoreThanCallees, [
  [
    "OpenSLO",
    yaml(
      mesh,
      slo("web", { service: "web", objectives: [{ target: 0.999 }] }),
      slo("cart", { service: "cart", objectives: [{ targetPercent: 99 }] }),
    ),
    ["fail SLO shop/web: spec.objectives[0]"],
  ],
  [
    "Pyrra",
    yaml(mesh, pyrra("web", "99.9"), pyrra("cart", "99.5")),
    ["fail ServiceLevelObjective shop/web: spec.target"],
  ],
  ["as much as the callee", yaml(mesh, pyrra("web", "99.5"), pyrra("cart", "99.5")), []],
  [
    "latency",
    yaml(
      mesh,
      slo("web-latency", { service: "web", objectives: [{ target: 0.999 }] }),
      pyrra("cart", "99.5"),
    ),
    [],
  ],
  ["nobody calls", yaml(pyrra("web", "99.9"), pyrra("cart", "99.5")), []],
]);

runGrid(unnamedWorkload, [
  ["one workload without a version", pod("cart"), []],
  [
    "two workloads of one name",
    yaml(
      pod("cart-a", { labels: { app: "cart", version: "a" } }),
      pod("cart-b", { labels: { app: "cart" } }),
    ),
    ["fail Deployment shop/cart-b: spec.template.metadata.labels"],
  ],
  [
    "a name of Kubernetes",
    pod("cart", { labels: { app: "", "app.kubernetes.io/name": "cart" } }),
    [],
  ],
  ["outside the mesh", pod("cart", { labels: { ...outside, app: "" } }), []],
]);
