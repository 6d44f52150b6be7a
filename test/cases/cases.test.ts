import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileCase } from "./compile-case.ts";

// One folder an intent: what an author writes (mesh.yaml or mesh.ts, environment.yaml, the edge's sites.yaml) and what
// comes out of it, one file a target, what targets lose of it, or the errors. `UPDATE_GOLDENS=1 npx vitest run test/cases` writes the outputs anew.

const goldens = [
  "istio.yaml",
  "mesh-config.yaml",
  "kubernetes.yaml",
  "gateway-api.yaml",
  "ingress.yaml",
  "envoy.yaml",
  "losses.txt",
  "errors.txt",
];
const update = process.env["UPDATE_GOLDENS"] === "1";
const root = import.meta.dirname;
const cases = readdirSync(root, { withFileTypes: true }).filter((each) => each.isDirectory());

describe.each(cases.map(({ name }) => name))("%s", (name) => {
  const folder = join(root, name);
  const outputs = compileCase(folder);
  test.each(goldens)("%s", (golden) => {
    const file = join(folder, golden);
    const output = outputs.get(golden);
    if (update && output === undefined) rmSync(file, { force: true });
    if (update && output !== undefined) writeFileSync(file, output);
    expect(existsSync(file) ? readFileSync(file, "utf8") : undefined).toBe(output);
  });

  test("has nothing else", () => {
    const inputs = ["mesh.yaml", "mesh.ts", "environment.yaml", "sites.yaml"];
    const strangers = readdirSync(folder).filter((each) => ![...goldens, ...inputs].includes(each));
    expect(strangers).toEqual([]);
  });
});
