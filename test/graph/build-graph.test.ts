import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { buildGraph, identityOf, type RouteNode } from "../../graph/index.ts";
import { parseMesh, type MeshDefinition } from "../../model/index.ts";
import { arbitraryMesh, reverseMaps } from "../model/arbitrary-mesh.ts";
import { graphOf } from "./graph-of.ts";

const shop: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example" },
  services: {
    web: { calls: { cart: { timeout: "2s", idempotent: true }, db: {} } },
    admin: { namespace: "back", calls: { cart: { timeout: "9s", retries: { attempts: 0 } } } },
    cart: { versions: ["v1", "v2"], replicas: 2 },
    db: { external: "db.example" },
  },
  routes: {
    cart: {
      split: { v1: 90, v2: 10 },
      timeout: "3s",
      retries: { attempts: 1, perTryTimeout: "1s" },
      rules: [{ name: "beta", matches: [{ path: "/beta" }], split: { v2: 100 } }],
    },
  },
  gateways: {
    edge: { hosts: { "b.example": { service: "cart" }, "a.example": { service: "cart" } } },
  },
};

function route(routes: readonly RouteNode[], name: string): RouteNode {
  const found = routes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no route ${name}`);
  return found;
}

describe("buildGraph", () => {
  const { graph } = graphOf(shop);

  test("names services, workloads and subsets as on the cluster", () => {
    expect(graph.services.map(({ id, host }) => `${id} ${host}`)).toEqual([
      "back/admin admin.back.svc.cluster.local",
      "shop/cart cart.shop.svc.cluster.local",
      "shop/db db.example",
      "shop/web web.shop.svc.cluster.local",
    ]);
    expect(
      graph.workloads.map(({ namespace, name, labels, replicas }) => ({
        id: `${namespace}/${name}`,
        labels,
        replicas,
      })),
    ).toEqual([
      { id: "back/admin", labels: { app: "admin", version: "default" }, replicas: 1 },
      { id: "shop/cart-v1", labels: { app: "cart", version: "v1" }, replicas: 2 },
      { id: "shop/cart-v2", labels: { app: "cart", version: "v2" }, replicas: 2 },
      { id: "shop/web", labels: { app: "web", version: "default" }, replicas: 1 },
    ]);
    expect(graph.subsets.map(({ host, name }) => `${host} ${name}`)).toEqual([
      "cart.shop.svc.cluster.local v1",
      "cart.shop.svc.cluster.local v2",
    ]);
    expect(identityOf("shop.example", { namespace: "shop", name: "cart" })).toBe(
      "spiffe://shop.example/ns/shop/sa/cart",
    );
  });

  test("puts callers with a policy of their own before everybody, under each rule", () => {
    const rules = route(graph.routes, "cart").rules;
    expect(
      rules.map(({ name, callers, timeout, retries }) => [
        name,
        callers,
        timeout,
        retries?.attempts,
      ]),
    ).toEqual([
      ["beta/admin", ["back/admin"], 9_000, 0],
      ["beta/web", ["shop/web"], 2_000, undefined],
      ["beta", undefined, undefined, undefined],
      ["default/admin", ["back/admin"], 3_000, 0],
      ["default/web", ["shop/web"], 2_000, 1],
      ["default", undefined, 3_000, 1],
    ]);
  });

  test("gives a call the smaller deadline, and the caller's retries where it says any", () => {
    expect(
      graph.calls.map(({ from, to, timeout, retries, idempotent }) => [
        from,
        to,
        timeout,
        retries?.attempts,
        idempotent,
      ]),
    ).toEqual([
      ["back/admin", "shop/cart", 3_000, 0, undefined],
      ["shop/web", "shop/cart", 2_000, 1, true],
      ["shop/web", "shop/db", undefined, undefined, undefined],
    ]);
  });

  test("makes one route a service at a gateway, without the rules of callers inside", () => {
    const edge = route(graph.routes, "edge-cart");
    expect(edge).toMatchObject({ hosts: ["a.example", "b.example"], gateways: ["shop/edge"] });
    expect(edge.rules.map(({ name }) => name)).toEqual(["beta", "default"]);
    expect(graph.listeners.map(({ host, tls }) => [host, tls])).toEqual([
      ["a.example", false],
      ["b.example", false],
    ]);
  });

  test("says what receivers accept where that differs from what they are in", () => {
    const { graph } = graphOf({
      name: "shop",
      trust: { domain: "shop.example" },
      namespaces: { legacy: { mtls: "permissive" }, shop: { mtls: "strict" } },
      services: {
        a: { namespace: "legacy" },
        b: { namespace: "legacy", mtls: "strict" },
        c: {
          ports: { http: { number: 80 }, metrics: { number: 81, target: 9, mtls: "permissive" } },
        },
        d: { mtls: "strict" },
        e: { namespace: "legacy", inMesh: false },
      },
    });
    expect(graph.receiverModes.map(({ scope, mode, ports }) => [scope, mode, ports])).toEqual([
      [{ kind: "mesh" }, "strict", {}],
      [{ kind: "namespace", namespace: "legacy" }, "permissive", {}],
      [{ kind: "workload", namespace: "legacy", labels: { app: "b" } }, "strict", {}],
      [
        { kind: "workload", namespace: "shop", labels: { app: "c" } },
        "strict",
        { 9: "permissive" },
      ],
    ]);
  });

  test("says that two workloads would have one name", () => {
    const report = createReport();
    const services = { cart: { versions: ["v1"] }, "cart-v1": {} };
    const mesh = parseMesh({ ...shop, services, routes: {}, gateways: {} }, report);
    if (mesh !== undefined) buildGraph(mesh, report);
    expect(report.diagnostics().map(({ code, path }) => [code, path])).toEqual([
      ["HED2012", ["services", "cart-v1"]],
    ]);
  });
});

test("equal meshes give equal graphs, and every reference in them resolves", () => {
  fc.assert(
    fc.property(arbitraryMesh, (definition) => {
      const { graph } = graphOf(definition);
      expect(graphOf(reverseMaps(definition) as MeshDefinition).graph).toEqual(graph);
      const hosts = new Set(graph.services.map(({ host }) => host));
      const subsets = new Set(graph.subsets.map(({ host, name }) => `${host} ${name}`));
      for (const { host, subset } of graph.routes.flatMap(({ rules }) =>
        rules.flatMap((each) => each.destinations),
      )) {
        expect(hosts.has(host)).toBe(true);
        if (subset !== undefined) expect(subsets.has(`${host} ${subset}`)).toBe(true);
      }
    }),
  );
});
