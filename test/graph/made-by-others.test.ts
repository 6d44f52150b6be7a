import { expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { liftGraph, type Manifest } from "../../graph/index.ts";
import { virtualPods, writtenPods } from "../../graph/objects/virtual-pods.ts";

// What a running cluster shows of one Deployment: itself, its ReplicaSet, and a pod of that.

const labels = { app: "cart" };
const spec = { containers: [{ name: "cart", image: "cart:1" }] };

function object(
  kind: string,
  name: string,
  owner?: readonly [kind: string, name: string],
): Manifest {
  const isPod = kind === "Pod";
  return {
    apiVersion: isPod ? "v1" : "apps/v1",
    kind,
    metadata: {
      name,
      namespace: "shop",
      labels,
      ...(owner && {
        ownerReferences: [
          { apiVersion: "apps/v1", kind: owner[0], name: owner[1], controller: true },
        ],
      }),
    },
    spec: isPod ? spec : { replicas: 2, template: { metadata: { labels }, spec } },
  };
}

function lift(...manifests: readonly Manifest[]) {
  return liftGraph(
    manifests.map((manifest) => ({ manifest, origin: {} })),
    createReport(),
  );
}

const deployment = object("Deployment", "cart");
const replicaSet = object("ReplicaSet", "cart-1", ["Deployment", "cart"]);
const pod = object("Pod", "cart-1-x", ["ReplicaSet", "cart-1"]);

test("a workload counts once, by what somebody wrote", () => {
  const graph = lift(deployment, replicaSet, pod);
  expect(graph.workloads).toMatchObject([{ name: "cart", replicas: 2 }]);
  expect(virtualPods(graph).map(({ name }) => name)).toEqual(["cart"]);
});

test("a pod is still there for what only pods can tell", () => {
  expect(writtenPods(lift(deployment, replicaSet, pod)).map(({ name }) => name)).toEqual([
    "cart-1-x",
  ]);
});

test("where the owner is not in the input, what it made stands for it", () => {
  const graph = lift(pod);
  expect(graph.workloads).toMatchObject([{ name: "cart-1-x", replicas: 1 }]);
  expect(virtualPods(graph).map(({ name }) => name)).toEqual(["cart-1-x"]);
});

test("an owner that owns itself ends no check", () => {
  expect(virtualPods(lift(object("ReplicaSet", "loop", ["ReplicaSet", "loop"])))).toHaveLength(1);
});
