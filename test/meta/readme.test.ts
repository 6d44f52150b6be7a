import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { buildGraph, createReport, parseMesh, type Diagnostic, type Mesh } from "../../heddle.ts";
import { codeBlocks } from "./code-blocks.ts";
import { compile } from "./compile.ts";
import { root } from "./read-imports.ts";

const read = (file: string): string => readFileSync(join(root, file), "utf8");
const readme = read("README.md");
const [ts = ""] = codeBlocks(readme, "ts");
const [yaml = ""] = codeBlocks(readme, "yaml");

describe("the mesh in the README", { timeout: 60_000 }, () => {
  const wrong = [
    ["an unknown version in the split", "v2: 10", "v3: 10"],
    ["a call to an unknown service", "calls: { cart:", "calls: { card:"],
    ["a gateway to an unknown service", 'service: "web"', 'service: "wep"'],
  ] as const;
  let errors: Record<string, string[]>;

  beforeAll(() => {
    const files = new Map(wrong.map(([what, from, to]) => [`${what}.ts`, ts.replace(from, to)]));
    errors = compile({ "mesh.ts": ts, ...Object.fromEntries(files) });
  });

  test("compiles, in ten lines or so", () => {
    expect(errors["mesh.ts"]).toEqual([]);
    expect(ts.trim().split("\n").length).toBeLessThanOrEqual(14);
  });

  test.each(wrong)("does not compile with %s", (what, from) => {
    expect(ts).toContain(from);
    expect(errors[`${what}.ts`]).toHaveLength(1);
  });

  test("is right, and the same in TypeScript and in YAML", async () => {
    const fromYaml = check(parse(yaml));
    expect(fromYaml.findings).toEqual([]);
    expect(check(await run(ts))).toEqual(fromYaml);
  });
});

describe("the meshes in docs/getting-started.md", () => {
  const page = read("docs/getting-started.md");
  const [mesh = "", program = ""] = codeBlocks(page, "ts");

  test("compile, and so does the program", { timeout: 120_000 }, () => {
    expect(compile({ "mesh.ts": mesh, "index.ts": program })).toEqual({
      "mesh.ts": [],
      "index.ts": [],
    });
  });

  test("are right, and the same in TypeScript and in YAML", async () => {
    const fromYaml = check(parse(codeBlocks(page, "yaml")[0] ?? ""));
    expect(fromYaml.findings).toEqual([]);
    expect(check(await run(mesh))).toEqual(fromYaml);
  });
});

test("the traffic tests in docs/bench.md compile", { timeout: 120_000 }, () => {
  const [traffic = ""] = codeBlocks(read("docs/bench.md"), "ts");
  expect(compile({ "mesh.ts": ts, "traffic.test.ts": traffic })).toEqual({
    "mesh.ts": [],
    "traffic.test.ts": [],
  });
});

/** Runs the text as a module, with the checkout as the package `heddle`, and returns the mesh that it exports. */
async function run(text: string): Promise<unknown> {
  const door = pathToFileURL(join(root, "heddle.ts")).href;
  const code = text.replace('"heddle"', JSON.stringify(door));
  const module: unknown = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return (module as { shop: unknown }).shop;
}

function check(input: unknown): { mesh: Mesh | undefined; findings: readonly Diagnostic[] } {
  const report = createReport();
  const mesh = parseMesh(input, report);
  if (mesh !== undefined) buildGraph(mesh, report);
  return { mesh, findings: report.diagnostics() };
}
