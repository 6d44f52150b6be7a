import { describe, expect, test } from "vitest";
import { joinGraphs } from "../../../graph/join-graphs.ts";
import { lift, metadata } from "./lift-objects.ts";

describe("services", () => {
  test("a Service has its host, its selector and the protocols of its ports", () => {
    const ports = [
      { port: 80, name: "http-web" },
      { port: 81, name: "x", appProtocol: "grpc" },
      { port: 82, name: "redis" },
      { port: 83 },
      { port: 84, name: "https" },
    ];
    const { graph } = lift({
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { selector: { app: "cart" }, ports },
    });
    expect(graph.services).toMatchObject([
      {
        id: "shop/cart",
        host: "cart.shop.svc.cluster.local",
        external: false,
        selector: { app: "cart" },
        ports: [
          { number: 80, protocol: "http" },
          { number: 81, protocol: "grpc" },
          { number: 82, protocol: "tcp" },
          { number: 83, protocol: "http" },
          { number: 84, protocol: "tls" },
        ],
      },
    ]);
  });

  test("a ServiceEntry is one service a host", () => {
    const { graph } = lift({
      apiVersion: "networking.istio.io/v1beta1",
      kind: "ServiceEntry",
      metadata,
      spec: {
        hosts: ["a.example", "b.example"],
        ports: [{ number: 443, name: "tls", protocol: "TLS" }],
      },
    });
    expect(graph.services.map(({ host, external }) => [host, external])).toEqual([
      ["a.example", true],
      ["b.example", true],
    ]);
    expect(graph.services[0]?.ports).toEqual([{ name: "tls", number: 443, protocol: "tls" }]);
  });
});

describe("workloads", () => {
  const template = { metadata: { labels: { app: "cart" } }, spec: { serviceAccountName: "till" } };
  const namespace = (labels: object) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name: "shop", labels },
  });
  const deployment = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata,
    spec: { replicas: 2, template },
  };

  test.each(["Deployment", "StatefulSet", "DaemonSet"])(
    "the template of a %s is a virtual pod",
    (kind) => {
      const { graph } = lift({ ...deployment, kind });
      expect(graph.workloads).toMatchObject([
        {
          name: "cart",
          namespace: "shop",
          labels: { app: "cart" },
          replicas: 2,
          serviceAccount: "till",
        },
      ]);
    },
  );

  test("a Pod is one instance", () => {
    const { graph } = lift({
      apiVersion: "v1",
      kind: "Pod",
      metadata: { ...metadata, labels: { app: "cart" } },
    });
    expect(graph.workloads).toMatchObject([{ labels: { app: "cart" }, replicas: 1 }]);
  });

  test.each([
    ["nothing is known of the namespace", undefined, {}, undefined],
    ["the namespace is injected", { "istio-injection": "enabled" }, {}, true],
    ["the namespace has a revision", { "istio.io/rev": "canary" }, {}, true],
    ["the namespace is not injected", {}, {}, false],
    [
      "the pod wants none",
      { "istio-injection": "enabled" },
      { "sidecar.istio.io/inject": "false" },
      false,
    ],
    ["the pod wants one", {}, { "sidecar.istio.io/inject": "true" }, true],
  ])("in the mesh: %s", (_name, namespaceLabels, podLabels, expected) => {
    const labels = { app: "cart", ...podLabels };
    const pod = { ...deployment, spec: { template: { metadata: { labels } } } };
    const objects = namespaceLabels === undefined ? [pod] : [pod, namespace(namespaceLabels)];
    expect(lift(...objects).graph.workloads[0]?.inMesh).toBe(expected);
  });

  test("the host's network has no proxy", () => {
    const spec = { template: { ...template, spec: { hostNetwork: true } } };
    const { graph } = lift(namespace({ "istio-injection": "enabled" }), { ...deployment, spec });
    expect(graph.workloads[0]?.inMesh).toBe(false);
  });
});

test("joined graphs have every node once", () => {
  const service = { apiVersion: "v1", kind: "Service", metadata, spec: {} };
  const one = lift(service).graph;
  const two = lift(service, { ...service, metadata: { name: "web", namespace: "shop" } }).graph;
  expect(joinGraphs(one, two).services.map((each) => each.id)).toEqual(["shop/cart", "shop/web"]);
  expect(joinGraphs(one, two).services[0]).toBe(one.services[0]);
});
