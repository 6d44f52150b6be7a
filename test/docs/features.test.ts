import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { caseFeatures } from "../../docs/case-features.ts";
import { notMeasured } from "../../docs/not-measured.ts";
import { renderFeatures } from "../../docs/render-features.ts";
import { trafficProofs } from "../../docs/traffic-proofs.ts";
import { upstreamFields } from "../../docs/upstream-fields.ts";
import { featureNames } from "../../targets/features.ts";
import { istioTarget } from "../../targets/istio-target.ts";
import { root } from "../meta/read-imports.ts";

test("docs/features.md is current: `npm run docs` writes it", async () => {
  expect(readFileSync(join(root, "docs/features.md"), "utf8")).toBe(await renderFeatures());
});

const cases = caseFeatures("istio");
const able = featureNames.filter((name) => istioTarget.features[name] === "yes");

test.each(able)("a golden of a case with %s has the fields that it names", (feature) => {
  const objects = (cases.get(feature) ?? []).flatMap(golden);
  const missing = upstreamFields[feature].filter((field) => {
    const [kind = "", path = ""] = field.split(" ");
    const steps = path.replaceAll("[]", ".[]").split(".");
    return !objects.some((each) => each.kind === kind && has(each.spec, steps));
  });
  expect(missing).toEqual([]);
});

test.each(able)("%s is measured with requests, or it is said why not", (feature) => {
  const isMeasured = trafficProofs.some(
    (each) => each.target === "istio" && each.feature === feature,
  );
  expect(isMeasured).toBe(notMeasured[feature] === undefined);
});

test("what shows the others is the title of a test in its file", () => {
  for (const { title, file } of Object.values(notMeasured)) {
    expect(readFileSync(join(root, file), "utf8")).toContain(title);
  }
});

interface ReadObject {
  readonly kind: string;
  readonly spec?: unknown;
}

function golden(name: string): readonly ReadObject[] {
  const settings = join(root, "test/cases", name, "mesh-config.yaml");
  const config = existsSync(settings) ? [{ kind: "MeshConfig", spec: read(settings) }] : [];
  const objects = ["istio", "kubernetes"].flatMap((target) => {
    const file = join(root, "test/cases", name, `${target}.yaml`);
    if (!existsSync(file)) return [];
    const documents = parseAllDocuments(readFileSync(file, "utf8"));
    return [...documents].map((each) => each.toJS() as ReadObject);
  });
  return [...objects, ...config];
}

function read(file: string): unknown {
  return parse(readFileSync(file, "utf8"));
}

/** Whether there is something at a path, for at least one element where it goes through a list or all of a map. */
function has(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) return true;
  if (typeof value !== "object" || value === null) return false;
  if (step === "[]") return Array.isArray(value) && value.some((each) => has(each, rest));
  if (step === "*") return Object.values(value).some((each) => has(each, rest));
  return step in value && has((value as Readonly<Record<string, unknown>>)[step], rest);
}
