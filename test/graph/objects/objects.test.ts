import { describe, expect, test } from "vitest";
import { virtualServiceSpec, virtualServiceType } from "../../../graph/kinds/virtual-service.ts";
import { modeOfNamespace } from "../../../graph/objects/injection.ts";
import { meshConfig, meshNetworks, rootNamespace } from "../../../graph/objects/mesh-config.ts";
import {
  findNamespace,
  findObject,
  hasObjects,
  objectsOf,
} from "../../../graph/objects/objects-of.ts";
import { resolveHost } from "../../../graph/objects/resolve-host.ts";
import { podsIn, podsSelectedBy, virtualPods } from "../../../graph/objects/virtual-pods.ts";
import { lift } from "../lift/lift-objects.ts";

const object = (apiVersion: string, kind: string, metadata: object, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const namespace = (name: string, labels: object = {}) =>
  object("v1", "Namespace", { name, labels });
const template = (labels: object, spec: object = {}, annotations: object = {}) => ({
  metadata: { labels, annotations },
  spec,
});

describe("objects", () => {
  const { graph } = lift(
    namespace("shop"),
    object("v1", "Service", { name: "cart" }),
    object(
      "networking.istio.io/v1beta1",
      "VirtualService",
      { name: "cart", namespace: "shop" },
      { spec: { hosts: ["a"], http: null } },
    ),
    object("example.org/v1", "Whatever", { name: "x" }),
  );

  test("are found by type and name, of any version and of kinds that nobody knows", () => {
    expect(objectsOf(graph, virtualServiceType).map(({ version }) => version)).toEqual(["v1beta1"]);
    expect(findObject(graph, "/Service", "default", "cart")?.name).toBe("cart");
    expect(findNamespace(graph, "shop")?.kind).toBe("Namespace");
    expect(hasObjects(graph, "example.org/Whatever")).toBe(true);
    expect(hasObjects(graph, "/Pod")).toBe(false);
  });

  test("say what they are, and only the namespace that they state", () => {
    const [service] = objectsOf(graph, "/Service");
    expect(service?.origin(["spec"])).toMatchObject({
      source: "Service default/cart",
      object: { kind: "Service", name: "cart" },
    });
    expect(service?.origin().object).not.toHaveProperty("namespace");
  });

  test("are read by the schema of their kind; null means that nothing is said", () => {
    const [route] = objectsOf(graph, virtualServiceType);
    expect(route && virtualServiceSpec(route)).toEqual({ hosts: ["a"] });
    const [service] = objectsOf(graph, "/Service");
    expect(service && virtualServiceSpec(service)).toBeUndefined();
  });
});

describe("virtual pods", () => {
  const workload = (apiVersion: string, kind: string, spec: object) =>
    object(apiVersion, kind, { name: kind.toLowerCase(), namespace: "shop" }, { spec });
  const { graph } = lift(
    namespace("shop", { "istio-injection": "enabled" }),
    namespace("bare"),
    ...["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].map((kind) =>
      workload("apps/v1", kind, { template: template({ app: kind }) }),
    ),
    workload("batch/v1", "Job", { template: template({ app: "Job" }) }),
    workload("batch/v1", "CronJob", {
      jobTemplate: { spec: { template: template({ app: "CronJob" }) } },
    }),
    workload("argoproj.io/v1alpha1", "Rollout", {
      replicas: 3,
      template: template({ app: "Rollout" }),
    }),
    object("v1", "Pod", { name: "pod", namespace: "bare", labels: { app: "Pod" } }, { spec: {} }),
    object("v1", "Pod", { name: "lost", namespace: "elsewhere" }, { spec: {} }),
  );

  test("every kind of workload makes one", () => {
    expect(
      virtualPods(graph).map(({ labels, replicas, inMesh }) => [labels["app"], replicas, inMesh]),
    ).toEqual([
      ["Deployment", 1, true],
      ["StatefulSet", 1, true],
      ["DaemonSet", undefined, true],
      ["ReplicaSet", 1, true],
      ["Job", undefined, true],
      ["CronJob", undefined, true],
      ["Rollout", 3, true],
      ["Pod", 1, false],
      [undefined, 1, undefined],
    ]);
  });

  test("are selected by namespace and labels", () => {
    expect(podsIn(graph, "shop")).toHaveLength(7);
    expect(podsSelectedBy(graph, "shop", { app: "Job" })).toHaveLength(1);
    expect(podsSelectedBy(graph, "bare", { app: "Job" })).toHaveLength(0);
    expect(podsSelectedBy(graph, undefined, { app: "Pod" })).toHaveLength(1);
    expect(podsSelectedBy(graph, "shop", {})).toHaveLength(7);
    expect(podsSelectedBy(graph, "shop", { app: "CronJob" })[0]?.origin(["spec"]).path).toEqual([
      "spec",
      "jobTemplate",
      "spec",
      "template",
      "spec",
    ]);
  });

  test.each<[string, object, object, string | undefined]>([
    ["the namespace", {}, {}, "sidecar"],
    ["a label", { "sidecar.istio.io/inject": "false" }, {}, "none"],
    ["the network of the host", {}, { hostNetwork: true }, "none"],
    [
      "a proxy that is there",
      { "sidecar.istio.io/inject": "false" },
      { containers: [{ name: "istio-proxy", image: "auto" }] },
      "sidecar",
    ],
    ["ambient", { "istio.io/dataplane-mode": "ambient" }, {}, "ambient"],
  ])("the mode is decided by %s", (_, labels, spec, mode) => {
    const deployment = object(
      "apps/v1",
      "Deployment",
      { name: "a", namespace: "shop" },
      { spec: { template: template(labels, spec) } },
    );
    const { graph: own } = lift(namespace("shop", { "istio-injection": "enabled" }), deployment);
    expect(virtualPods(own)[0]?.mode).toBe(mode);
  });

  test.each([
    [{ "istio-injection": "enabled" }, "sidecar"],
    [{ "istio.io/rev": "stable" }, "sidecar"],
    [{ "istio-injection": "disabled", "istio.io/rev": "stable" }, "none"],
    [{ "istio.io/dataplane-mode": "ambient" }, "ambient"],
    [{}, "none"],
  ])("a namespace with %j: %s", (labels, mode) => {
    const { graph: own } = lift(namespace("a", labels));
    expect(modeOfNamespace(own, "a")).toBe(mode);
    expect(modeOfNamespace(own, "b")).toBeUndefined();
  });
});

describe("hosts", () => {
  const entry = (name: string, spec: object) =>
    object("networking.istio.io/v1", "ServiceEntry", { name, namespace: "shop" }, { spec });
  const { graph } = lift(
    object(
      "v1",
      "Service",
      { name: "cart", namespace: "shop" },
      { spec: { ports: [{ port: 80 }] } },
    ),
    object(
      "v1",
      "Service",
      { name: "own", namespace: "shop", annotations: { "networking.istio.io/exportTo": "." } },
      {},
    ),
    entry("api", { hosts: ["api.example.com"], exportTo: ["web"] }),
    entry("wild", { hosts: ["*.example.org"] }),
  );

  test.each([
    ["cart", "shop", "found"],
    ["cart", "web", "unknown"],
    ["cart.shop", "web", "unknown"],
    ["cart.shop.svc.cluster.local", "web", "found"],
    ["own.shop.svc.cluster.local", "web", "invisible"],
    ["own", "shop", "found"],
    ["api.example.com", "web", "found"],
    ["api.example.com", "shop", "invisible"],
    ["a.b.example.org", "web", "found"],
    ["example.org", "web", "unknown"],
  ])("%s from %s: %s", (host, from, kind) => {
    expect(resolveHost(graph, host, from).kind).toBe(kind);
  });
});

describe("the configuration of the mesh", () => {
  test("defaults", () => {
    const { graph } = lift();
    expect(meshConfig(graph)).toEqual({ config: { rootNamespace: "istio-system" } });
    expect(meshNetworks(graph)).toBeUndefined();
  });

  test("the ConfigMap of the control plane", () => {
    const data = {
      mesh: "rootNamespace: root\ndefaultServiceExportTo: ['.']\n",
      meshNetworks: "networks: {}\n",
    };
    const { graph } = lift(
      object("v1", "ConfigMap", { name: "istio", namespace: "root" }, { data }),
    );
    expect(rootNamespace(graph)).toBe("root");
    expect(meshConfig(graph).config.defaultServiceExportTo).toEqual(["."]);
    expect(meshNetworks(graph)?.networks).toEqual({ networks: {} });
  });

  test("one that cannot be read changes nothing", () => {
    const { graph } = lift(
      object("v1", "ConfigMap", { name: "istio", namespace: "root" }, { data: { mesh: "a: [" } }),
    );
    expect(rootNamespace(graph)).toBe("istio-system");
  });
});
