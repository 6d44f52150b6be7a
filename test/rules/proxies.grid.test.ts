import { autoscalerCountsProxy } from "../../rules/operations/autoscaler-counts-proxy.ts";
import { missingRequests } from "../../rules/operations/missing-requests.ts";
import { moreWorkersThanCpu } from "../../rules/operations/more-workers-than-cpu.ts";
import { requestAboveLimit } from "../../rules/operations/request-above-limit.ts";
import { sidecarHalfSized } from "../../rules/operations/sidecar-half-sized.ts";
import { unsupportedVersion } from "../../rules/operations/unsupported-version.ts";
import { versionSkew } from "../../rules/operations/version-skew.ts";
import { object, yaml } from "./manifests.ts";
import { runGrid } from "./run-grid.ts";

type Annotations = Readonly<Record<string, string>>;

/** A workload with a sidecar, unless `inject` says otherwise. */
const app = (annotations: Annotations, inject = "true", containers: readonly object[] = []) =>
  object("apps/v1", "Deployment", "cart", {
    template: {
      metadata: { labels: { app: "cart", "sidecar.istio.io/inject": inject }, annotations },
      spec: { containers: [{ name: "cart" }, ...containers] },
    },
  });
const proxy = (image: string, at = "edge/gateway", more: object = {}) =>
  object("apps/v1", "Deployment", at, {
    template: {
      metadata: { labels: { istio: "edge" } },
      spec: { containers: [{ name: "istio-proxy", image, ...more }] },
    },
  });
const istiod = (image: string, more: object = {}) =>
  object("apps/v1", "Deployment", "istio-system/istiod", {
    template: {
      metadata: { labels: { app: "istiod" } },
      spec: { containers: [{ name: "discovery", image, ...more }] },
    },
  });

const enough = { resources: { requests: { cpu: "1", memory: "1Gi" } } };
const container = "spec.template.spec.containers[0]";

runGrid(missingRequests, [
  ["of the injector", proxy("auto"), []],
  ["nothing", proxy("istio/proxyv2:1.30.1"), [`fail Deployment edge/gateway: ${container}`]],
  ["both", proxy("istio/proxyv2:1.30.1", "edge/gateway", enough), []],
  [
    "limits only",
    proxy("istio/proxyv2:1.30.1", "edge/gateway", {
      resources: { limits: enough.resources.requests },
    }),
    [],
  ],
  [
    "no memory",
    proxy("istio/proxyv2:1.30.1", "edge/gateway", { resources: { requests: { cpu: "1" } } }),
    [`fail Deployment edge/gateway: ${container}`],
  ],
  ["istiod", istiod("istio/pilot:1.30.1"), [`fail Deployment istio-system/istiod: ${container}`]],
  ["istiod with both", istiod("istio/pilot:1.30.1", enough), []],
  ["an application", app({}), []],
]);

const at = (name: string) => `Deployment shop/cart: spec.template.metadata.annotations["${name}"]`;
const cpu = "sidecar.istio.io/proxyCPU";
const memory = "sidecar.istio.io/proxyMemory";

runGrid(requestAboveLimit, [
  ["below", app({ [cpu]: "100m", [`${cpu}Limit`]: "1" }), []],
  ["equal", app({ [cpu]: "1", [`${cpu}Limit`]: "1000m" }), []],
  ["above", app({ [cpu]: "2", [`${cpu}Limit`]: "1500m" }), [`fail ${at(cpu)}`]],
  ["memory", app({ [memory]: "1Gi", [`${memory}Limit`]: "512Mi" }), [`fail ${at(memory)}`]],
  ["no limit", app({ [cpu]: "2" }), []],
  ["no quantity", app({ [cpu]: "lots", [`${cpu}Limit`]: "1" }), []],
  ["no sidecar", app({ [cpu]: "2", [`${cpu}Limit`]: "1" }, "false"), []],
]);

runGrid(sidecarHalfSized, [
  ["nothing", app({}), []],
  ["CPU", app({ [cpu]: "1" }), [`fail ${at(cpu)}`]],
  ["a limit of memory", app({ [`${memory}Limit`]: "1Gi" }), [`fail ${at(`${memory}Limit`)}`]],
  ["both", app({ [cpu]: "1", [`${memory}Limit`]: "1Gi" }), []],
  ["no sidecar", app({ [cpu]: "1" }, "false"), []],
]);

const config = (workers: number) => ({
  "proxy.istio.io/config": `concurrency: ${String(workers)}`,
});
const limit = { [`${cpu}Limit`]: "1500m" };
const threads = [`fail ${at("proxy.istio.io/config")}`];
const meshConfig = `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: istio, namespace: istio-system }\ndata: { mesh: "defaultConfig: { concurrency: 4 }" }\n`;

runGrid(moreWorkersThanCpu, [
  ["rounded up", app({ ...config(2), ...limit }), []],
  ["more", app({ ...config(3), ...limit }), threads],
  ["as many as the node has", app({ ...config(0), ...limit }), threads],
  ["no limit", app(config(8)), []],
  ["nothing said", app(limit), []],
  ["of the mesh", yaml(app(limit), meshConfig), ["fail Deployment shop/cart: spec.template.spec"]],
  ["less than the mesh", yaml(app({ ...limit, ...config(1) }), meshConfig), []],
]);

const metric = (type: string, target: object) => ({ type, resource: { name: "cpu", target } });
const scaler = (metrics: unknown, name = "cart") =>
  object("autoscaling/v2", "HorizontalPodAutoscaler", "cart", {
    scaleTargetRef: { kind: "Deployment", name },
    metrics,
  });
const part = [metric("Resource", { type: "Utilization", averageUtilization: 60 })];
const measured = ["fail HorizontalPodAutoscaler shop/cart: spec.metrics[0]"];

runGrid(autoscalerCountsProxy, [
  ["a part", yaml(app({}), scaler(part)), measured],
  ["an amount", yaml(app({}), scaler([metric("Resource", { type: "AverageValue" })])), []],
  ["of the container", yaml(app({}), scaler([metric("ContainerResource", {})])), []],
  ["no sidecar", yaml(app({}, "false"), scaler(part)), []],
  ["another workload", yaml(app({}), scaler(part, "web")), []],
  ["a gateway", yaml(proxy("auto", "shop/cart"), scaler(part)), []],
  ["no metric", yaml(app({}), scaler(undefined)), []],
]);

const image = (where: string) => `fail Deployment ${where}: ${container}.image`;

runGrid(unsupportedVersion, [
  ["old", istiod("docker.io/istio/pilot:1.22.1"), [image("istio-system/istiod")]],
  ["a gateway", proxy("gcr.io/istio-release/proxyv2:1.27.0-distroless"), [image("edge/gateway")]],
  ["new", yaml(istiod("istio/pilot:1.31.0"), proxy("istio/proxyv2:1.30.0")), []],
  [
    "a registry with a port",
    istiod("registry:5000/istio/pilot:1.22.1"),
    [image("istio-system/istiod")],
  ],
  ["no version", istiod("istio/pilot@sha256:abc"), []],
  ["injected", proxy("auto"), []],
]);

const plane = istiod("istio/pilot:1.30.1");

runGrid(versionSkew, [
  ["the same", yaml(plane, proxy("istio/proxyv2:1.30.4")), []],
  ["one behind", yaml(plane, proxy("istio/proxyv2:1.29.4")), []],
  ["two behind", yaml(plane, proxy("istio/proxyv2:1.28.4")), [image("edge/gateway")]],
  ["ahead", yaml(plane, proxy("istio/proxyv2:1.31.0")), [image("edge/gateway")]],
  [
    "one of two control planes",
    yaml(
      plane,
      istiod("istio/pilot:1.31.0").replace("name: istiod", "name: istiod-new"),
      proxy("istio/proxyv2:1.31.0"),
    ),
    [],
  ],
  ["no control plane", proxy("istio/proxyv2:1.31.0"), []],
]);
