import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReport, printPath, type Diagnostic } from "../../diagnostics/index.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { allTargets } from "../../targets/all.ts";
import { createEnvoyTarget } from "../../targets/envoy/index.ts";
import { featureNames, featuresOf } from "../../targets/features.ts";
import { createGatewayApiTarget } from "../../targets/gateway-api/index.ts";
import { compileTarget, type Target } from "../../targets/target.ts";
import { graphOf } from "../graph/graph-of.ts";
import { arbitraryMesh, reverseMaps } from "../model/arbitrary-mesh.ts";

// What every target keeps to, whatever it makes.

const targets: readonly (readonly [string, Target])[] = [
  ...allTargets.map((target) => [target.name, target] as const),
  ["gateway-api, experimental", createGatewayApiTarget({ channel: "experimental" })],
  ["envoy, one site", createEnvoyTarget({ site: { gateway: "edge" } })],
];

function compile(target: Target, definition: MeshDefinition) {
  const built = graphOf(definition);
  const report = createReport();
  const documents = compileTarget(target, built, report);
  return { mesh: built.mesh, documents, found: report.diagnostics() };
}

describe.each(targets)("target %s", (_, target) => {
  test("decides on every feature, with a reason and an alternative where it says no", () => {
    expect(Object.keys(target.features).sort()).toEqual([...featureNames].sort());
    for (const support of Object.values(target.features)) {
      if (support === "yes") continue;
      expect(support.loss.length).toBeGreaterThan(20);
      expect(support.nearest.length).toBeGreaterThan(20);
    }
  });

  test("compiles to the same bytes and findings whatever the order of the author's maps", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const once = compile(target, definition);
        const reversed = compile(target, reverseMaps(definition) as MeshDefinition);
        expect(JSON.stringify(reversed.documents)).toBe(JSON.stringify(once.documents));
        expect(reversed.found).toEqual(once.found);
      }),
      { numRuns: 60 },
    );
  });

  test("makes plain data, and does not change the mesh", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const { mesh, documents } = compile(target, definition);
        expect(JSON.parse(JSON.stringify(documents))).toEqual(documents);
        expect(mesh).toEqual(graphOf(definition).mesh);
      }),
      { numRuns: 60 },
    );
  });

  test("reports every loss at every place, and nothing as lost that it has", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const { mesh, found } = compile(target, definition);
        const expected = [...featuresOf(mesh)].flatMap(([feature, places]) =>
          target.features[feature] === "yes"
            ? []
            : places.map((place) => `${feature} ${printPath(place)}`),
        );
        expect(found.flatMap(lostFeature).sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  test("takes the losses that are accepted by name as information", () => {
    fc.assert(
      fc.property(arbitraryMesh, (definition) => {
        const report = createReport();
        const acceptLosses = featureNames;
        compileTarget(target, graphOf(definition), report, { acceptLosses });
        const lost = report.diagnostics().filter((each) => lostFeature(each).length > 0);
        expect(lost.every(({ severity }) => severity === "info")).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

/** `feature place` of a feature that a target lacks as a whole. */
function lostFeature({ message, path }: Diagnostic): readonly string[] {
  const [, feature] = /cannot express ([a-z-]+\/[a-z0-9-]+):/.exec(message) ?? [];
  return feature === undefined ? [] : [`${feature} ${printPath(path)}`];
}
