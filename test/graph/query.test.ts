import { describe, expect, test } from "vitest";
import {
  callersOf,
  callsFrom,
  effectiveReceiverMode,
  pathsThroughCalls,
  selects,
  serviceByHost,
  subsetOf,
  workloadsOf,
  type CallEdge,
  type ReceiverModeNode,
  type ServiceId,
} from "../../graph/index.ts";
import { graphOf } from "./graph-of.ts";

const origin = { path: [], source: "test" };
const edge = (from: ServiceId, to: ServiceId): CallEdge => ({ from, to, origin });
const paths = (...calls: CallEdge[]) =>
  pathsThroughCalls({ calls }).map((path) =>
    [path[0]?.from, ...path.map(({ to }) => to)].join(" "),
  );

describe("pathsThroughCalls", () => {
  test("follows every branch from the entrances, whatever the order of the calls", () => {
    const calls = [edge("s/b", "s/d"), edge("s/a", "s/c"), edge("s/a", "s/b"), edge("s/c", "s/d")];
    expect(paths(...calls)).toEqual(["s/a s/b s/d", "s/a s/c s/d"]);
    expect(paths(...calls.reverse())).toEqual(["s/a s/b s/d", "s/a s/c s/d"]);
  });

  test("ends in cycles, also in those without an entrance", () => {
    expect(paths(edge("s/a", "s/b"), edge("s/b", "s/c"), edge("s/c", "s/b"))).toEqual([
      "s/a s/b s/c",
    ]);
    expect(paths(edge("s/b", "s/c"), edge("s/c", "s/b"))).toEqual(["s/b s/c"]);
    expect(paths()).toEqual([]);
  });

  test("stays bounded in a dense graph", () => {
    const names = Array.from({ length: 12 }, (_, index): ServiceId => `s/n${String(index)}`);
    const calls = names.flatMap((from) =>
      names.filter((to) => to !== from).map((to) => edge(from, to)),
    );
    expect(pathsThroughCalls({ calls })).toHaveLength(10_000);
  });
});

test("calls, hosts, workloads and subsets are found", () => {
  const { graph } = graphOf({
    name: "shop",
    trust: { domain: "shop.example" },
    services: {
      web: { calls: { cart: {} } },
      cart: { versions: ["v1", "v2"] },
      db: { external: "db.example" },
    },
  });
  const cart = serviceByHost(graph, "cart.shop.svc.cluster.local");
  expect(cart?.id).toBe("shop/cart");
  expect(callsFrom(graph, "shop/web").map(({ to }) => to)).toEqual(["shop/cart"]);
  expect(callersOf(graph, "shop/cart").map(({ from }) => from)).toEqual(["shop/web"]);
  expect(cart === undefined ? [] : workloadsOf(graph, cart).map(({ name }) => name)).toEqual([
    "cart-v1",
    "cart-v2",
  ]);
  expect(workloadsOf(graph, { namespace: "shop" })).toEqual([]);
  expect(subsetOf(graph, "cart.shop.svc.cluster.local", "v2")?.labels).toEqual({ version: "v2" });
  expect(subsetOf(graph, "cart.shop.svc.cluster.local", "v3")).toBeUndefined();
});

test("labels are compared as own keys", () => {
  expect(selects({}, { a: "1" })).toBe(true);
  expect(selects({ a: "1" }, { a: "1", b: "2" })).toBe(true);
  expect(selects({ a: "1" }, { a: "2" })).toBe(false);
  expect(selects({ constructor: "1" }, {})).toBe(false);
});

describe("effectiveReceiverMode", () => {
  const mesh: ReceiverModeNode = { scope: { kind: "mesh" }, mode: "strict", ports: {}, origin };
  const namespace: ReceiverModeNode = {
    scope: { kind: "namespace", namespace: "shop" },
    mode: "permissive",
    ports: {},
    origin,
  };
  const workload: ReceiverModeNode = {
    scope: { kind: "workload", namespace: "shop", labels: { app: "cart" } },
    mode: "strict",
    ports: { 9000: "disabled" },
    origin,
  };
  const receiverModes = [workload, mesh, namespace];
  const cart = { namespace: "shop", labels: { app: "cart" } };
  test("the nearest scope wins", () => {
    expect(effectiveReceiverMode({ receiverModes }, cart).node).toBe(workload);
    expect(effectiveReceiverMode({ receiverModes }, cart, 9000).mode).toBe("disabled");
    expect(effectiveReceiverMode({ receiverModes }, cart, 8080).mode).toBe("strict");
    expect(effectiveReceiverMode({ receiverModes }, { ...cart, labels: {} }).mode).toBe(
      "permissive",
    );
    expect(effectiveReceiverMode({ receiverModes }, { ...cart, namespace: "x" }).node).toBe(mesh);
    expect(effectiveReceiverMode({ receiverModes: [] }, cart)).toEqual({ mode: "permissive" });
  });
});
