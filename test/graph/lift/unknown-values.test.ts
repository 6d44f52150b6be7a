import { describe, expect, test } from "vitest";
import { printPath } from "../../../diagnostics/index.ts";
import type { LiftedGraph } from "../../../graph/lift-graph.ts";
import { lift, metadata } from "./lift-objects.ts";

const unknownText = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const unknownObject = "dd056dcd-154b-4c76-9bd3-c8f88648b5ff";

describe("objects that cannot be read", () => {
  const broken = {
    apiVersion: "networking.istio.io/v1",
    kind: "Gateway",
    metadata,
    spec: { servers: "none" },
  };
  const service = { apiVersion: "v1", kind: "Service", metadata, spec: {} };

  test("are reported, leave their facts open, and the rest is still lifted", () => {
    const { graph, diagnostics } = lift(broken, service);
    expect(diagnostics).toMatchObject([
      {
        code: "HED2010",
        severity: "error",
        path: ["spec", "servers"],
        subject: "Gateway shop/cart",
        covers: ["IST0106"],
      },
    ]);
    expect(graph.unknowns).toMatchObject([
      { fact: "listener", cause: "unreadable", missing: true },
    ]);
    expect(graph.services).toHaveLength(1);
  });

  test("unknown fields and unknown kinds are no fault", () => {
    const strange = { apiVersion: "x.example/v1", kind: "Gateway", spec: 5 };
    const { graph, diagnostics } = lift(strange, { ...service, spec: { future: true }, extra: [] });
    expect(diagnostics).toEqual([]);
    expect(graph.services).toHaveLength(1);
  });
});

describe("values that are not known yet", () => {
  const unknownsOf = (graph: LiftedGraph) =>
    graph.unknowns.map(
      (each) => `${each.fact} ${printPath(each.origin.path)} ${String(each.missing)}`,
    );

  test("leave out what they decide, and nothing else", () => {
    const subsets = [
      { name: "v1", labels: { version: unknownText } },
      { name: "v2", labels: { version: "v2" } },
    ];
    const { graph, diagnostics } = lift({
      apiVersion: "networking.istio.io/v1",
      kind: "DestinationRule",
      metadata,
      spec: { host: "cart", subsets },
    });
    expect(diagnostics).toEqual([]);
    expect(graph.subsets.map((each) => each.name)).toEqual(["v2"]);
    expect(unknownsOf(graph)).toEqual(["subset spec.subsets[0].labels.version true"]);
  });

  test("a whole unknown object leaves all its facts open, and is no fault", () => {
    const { graph, diagnostics } = lift({
      apiVersion: "security.istio.io/v1",
      kind: "AuthorizationPolicy",
      metadata,
      spec: unknownObject,
    });
    expect(diagnostics).toEqual([]);
    expect(graph.access).toEqual([]);
    expect(unknownsOf(graph)).toContain("access spec true");
  });

  test("an unknown name loses the object", () => {
    const { graph } = lift({
      apiVersion: "v1",
      kind: "Service",
      metadata: { name: unknownText },
      spec: {},
    });
    expect(graph.services).toEqual([]);
    expect(unknownsOf(graph)).toContain("service metadata.name true");
  });

  test("a value that decides nothing is not asked for", () => {
    const { graph } = lift({
      apiVersion: "v1",
      kind: "Service",
      metadata,
      spec: { clusterIP: unknownText },
    });
    expect(graph.unknowns).toEqual([]);
    expect(graph.services).toHaveLength(1);
  });
});
