import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createReport } from "../diagnostics/index.ts";
import { loadMesh } from "../source/index.ts";
import { featuresOf, type Feature } from "../targets/features.ts";

const cases = join(import.meta.dirname, "..", "test", "cases");

/** Cases that have a golden of a target, by the features that their mesh uses. */
export function caseFeatures(target: string): ReadonlyMap<Feature, readonly string[]> {
  const found = new Map<Feature, string[]>();
  for (const name of readdirSync(cases).sort()) {
    if (!existsSync(join(cases, name, `${target}.yaml`))) continue;
    for (const feature of featuresOfCase(join(cases, name))) {
      found.set(feature, [...(found.get(feature) ?? []), name]);
    }
  }
  return found;
}

function featuresOfCase(folder: string): readonly Feature[] {
  const file = join(folder, existsSync(join(folder, "mesh.ts")) ? "mesh.ts" : "mesh.yaml");
  const environment = join(folder, "environment.yaml");
  const input = existsSync(environment) ? { file, environment } : { file };
  const loaded = loadMesh(input, createReport());
  return loaded === undefined ? [] : [...featuresOf(loaded.mesh).keys()];
}
