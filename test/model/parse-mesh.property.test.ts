import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReport } from "../../diagnostics/index.ts";
import { parseMesh } from "../../model/index.ts";
import { arbitraryMesh, reverseMaps } from "./arbitrary-mesh.ts";

function parsed(input: unknown) {
  const report = createReport();
  const mesh = parseMesh(input, report);
  expect(report.diagnostics()).toEqual([]);
  return mesh;
}

describe("parseMesh", () => {
  test("reads every right mesh, as literal or as JSON, to the same data", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const mesh = parsed(definition);
        expect(mesh).toEqual(parsed(JSON.parse(JSON.stringify(definition))));
        expect(JSON.parse(JSON.stringify(mesh))).toEqual(mesh);
      }),
    );
  });

  test("gives the same bytes whatever the order of maps", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        expect(JSON.stringify(parsed(reverseMaps(definition)))).toBe(
          JSON.stringify(parsed(definition)),
        );
      }),
    );
  });

  test("answers any garbage with findings, never with an exception", () => {
    const garbage = fc.anything({ withNullPrototype: true, withDate: true, withMap: true });
    const almost = fc
      .tuple(arbitraryMesh, fc.constantFrom("services", "routes", "trust", "name"), garbage)
      .map(([mesh, key, value]) => ({ ...mesh, [key]: { x: value } }));
    fc.assert(
      fc.property(fc.oneof(garbage, almost), (input) => {
        const report = createReport();
        expect(parseMesh(input, report)).toBeUndefined();
        expect(report.diagnostics().length).toBeGreaterThan(0);
        for (const { path, fix } of report.diagnostics()) {
          expect(Array.isArray(path)).toBe(true);
          expect(fix).toBeTruthy();
        }
      }),
    );
  });
});
