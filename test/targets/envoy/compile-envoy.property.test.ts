import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReport } from "../../../diagnostics/index.ts";
import type { MeshDefinition } from "../../../model/index.ts";
import { compileEnvoy, type Fields } from "../../../targets/envoy/index.ts";
import { graphOf } from "../../graph/graph-of.ts";
import { arbitraryMesh, reverseMaps } from "../../model/arbitrary-mesh.ts";

function compile(definition: MeshDefinition): readonly Fields[] {
  const { mesh, graph } = graphOf(definition);
  const report = createReport();
  const documents = compileEnvoy(mesh, graph, report);
  expect(report.diagnostics()).toEqual([]);
  return documents;
}

interface Parts {
  readonly static_resources: {
    readonly clusters: readonly { readonly name: string }[];
    readonly listeners: readonly Fields[];
  };
}

describe("any right mesh", () => {
  test("compiles to the same bytes whatever the order of its maps", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        expect(JSON.stringify(compile(reverseMaps(definition) as MeshDefinition))).toBe(
          JSON.stringify(compile(definition)),
        );
      }),
    );
  });

  test("routes only to clusters that exist, with explicit deadlines and retries", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        for (const document of compile(definition)) {
          const { clusters } = (document as unknown as Parts).static_resources;
          const names = clusters.map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
          const routes = findAll(document, "route");
          for (const route of routes) {
            expect(route["timeout"]).toMatch(/^\d+(\.\d+)?s$/);
            expect(route["retry_policy"]).toHaveProperty("num_retries");
          }
          // A connection's proxy is typed; routes of requests and their weights are not.
          const proxies = findAll(document, "typed_config").filter((each) =>
            String(each["@type"]).endsWith("TcpProxy"),
          );
          const targets = [...routes, ...proxies].flatMap((route) => [
            ...(typeof route["cluster"] === "string" ? [route["cluster"]] : []),
            ...findAll(route, "weighted_clusters").flatMap(({ clusters: all }) =>
              (all as { name: string }[]).map(({ name }) => name),
            ),
          ]);
          expect(targets.length > 0).toBe(sendsOn(definition));
          for (const target of targets) expect(names).toContain(target);
        }
      }),
    );
  });
});

/** Whether the gateway has a rule that it does not answer itself. */
function sendsOn(definition: MeshDefinition): boolean {
  return graphOf(definition).graph.routes.some(
    ({ gateways, rules }) =>
      !gateways.includes("mesh") && rules.some(({ destinations }) => destinations.length > 0),
  );
}

/** Every object below a key of this name, however deep. */
function findAll(value: unknown, key: string): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap((each) => findAll(each, key));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => [
    ...(name === key && typeof each === "object" ? [each as Record<string, unknown>] : []),
    ...findAll(each, key),
  ]);
}
