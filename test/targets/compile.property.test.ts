import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import type { Manifest } from "../../graph/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { compileIstio } from "../../targets/istio/index.ts";
import { compileKubernetes } from "../../targets/kubernetes/index.ts";
import { graphOf } from "../graph/graph-of.ts";
import { arbitraryMesh, reverseMaps } from "../model/arbitrary-mesh.ts";

function compile(definition: MeshDefinition): readonly Manifest[] {
  const { mesh, graph } = graphOf(definition);
  const report = createReport();
  const manifests = [...compileKubernetes(mesh, report), ...compileIstio(mesh, graph, report)];
  expect(report.diagnostics()).toEqual([]);
  return manifests;
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

  test("has one object a name, only plain data, and explicit retries in every HTTP route", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const manifests = compile(definition);
        const names = manifests.map(
          ({ kind, metadata }) => `${kind} ${String(metadata.namespace)} ${metadata.name}`,
        );
        expect(new Set(names).size).toBe(names.length);
        expect(JSON.parse(JSON.stringify(manifests))).toEqual(manifests);
        for (const { kind, spec } of manifests) {
          if (kind !== "VirtualService") continue;
          const { http = [] } = spec as {
            http?: { route?: object; retries?: { attempts: number } }[];
          };
          for (const rule of http.filter(({ route }) => route !== undefined)) {
            expect(rule.retries?.attempts).toBeTypeOf("number");
          }
        }
      }),
    );
  });
});
