import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { codeBlocks } from "./code-blocks.ts";
import { packProject, type PackedProject } from "./packed-project.ts";
import { root } from "./read-imports.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");
const [ts = ""] = codeBlocks(readme, "ts");
const [yaml = ""] = codeBlocks(readme, "yaml");

let project: PackedProject;

beforeAll(async () => {
  project = await packProject();
  return () => {
    project.remove();
  };
}, 400_000);

describe("the packed package, installed into an empty project", { timeout: 120_000 }, () => {
  test("type-checks a mesh", async () => {
    project.write("mesh.ts", ts);
    expect(await typecheck("mesh.ts")).toMatchObject({ exitCode: 0, stdout: "" });
  });

  test("refuses a wrong reference at compile time", async () => {
    project.write("wrong.ts", ts.replace("v2: 10", "v3: 10"));
    const { exitCode, stdout } = await typecheck("wrong.ts");
    expect(exitCode).not.toBe(0);
    expect(stdout).toContain("v3");
  });

  test("runs in Node", async () => {
    project.write(
      "run.ts",
      `import { buildGraph, createReport, parseMesh } from "heddle";
       import { shop } from "./mesh.ts";
       const report = createReport();
       const mesh = parseMesh(shop, report);
       if (mesh === undefined) throw new Error("no mesh");
       console.log(buildGraph(mesh, report).services.length, report.diagnostics().length);`,
    );
    expect(await project.run("node", "run.ts")).toMatchObject({ exitCode: 0, stdout: "2 0" });
  });

  test("checks a mesh on the command line: 0 right, 1 wrong, 2 wrong usage", async () => {
    project.write("mesh.yaml", yaml);
    expect(await heddle("check", "mesh.yaml")).toMatchObject({ exitCode: 0 });
    project.write("wrong.yaml", yaml.replace("v2: 10", "v2: 11"));
    const wrong = await heddle("check", "wrong.yaml");
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stdout + wrong.stderr).toMatch(/HED1011[\s\S]*wrong\.yaml:7:/);
    expect(await heddle("check", "--wrong")).toMatchObject({ exitCode: 2 });
  });

  test("opens every door", async () => {
    const doors = exportedDoors();
    project.write(
      "doors.ts",
      doors.map(({ specifier, options }) => `await import("${specifier}"${options});`).join("\n"),
    );
    expect(await project.run("node", "doors.ts")).toMatchObject({ exitCode: 0, stderr: "" });
    expect(doors.length).toBeGreaterThan(6);
  });

  test("holds only what is published, and nothing in TypeScript but declarations", () => {
    const files = installedFiles();
    const top = new Set(files.map((file) => file.split("/")[0]));
    expect([...top].sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
    expect(files.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(
      files.filter((file) => /^dist\/(test|demo|docs|benchmarks|node_modules)\//.test(file)),
    ).toEqual([]);
  });

  test("names no TypeScript file that it would have to run", () => {
    const naming = installedFiles()
      .filter((file) => /\.m?js$/.test(file))
      .filter((file) =>
        /["'`]\.{1,2}\/[^"'`\n]*(?<!\.d)\.ts["'`]/.test(withoutComments(installed(file))),
      );
    expect(naming).toEqual([]);
  });

  test("carries the Go modules and the policy packs", () => {
    const files = installedFiles();
    expect(files).toContain("dist/tools/go/istio/go.sum");
    expect(files).toContain("dist/tools/language-host/bin/pulumi-language-nodejs");
    expect(files).toContain("dist/policies/baseline/PulumiPolicy.yaml");
    expect(installed("dist/policies/baseline/index.mjs")).toMatch(/\.js"/);
  });
});

function typecheck(file: string): ReturnType<PackedProject["run"]> {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2024"];
  return project.run("node", tsc, ...flags, file);
}

function heddle(...args: string[]): ReturnType<PackedProject["run"]> {
  return project.run("npx", "--no-install", "heddle", ...args);
}

function exportedDoors(): { specifier: string; options: string }[] {
  const { exports } = JSON.parse(installed("package.json")) as { exports: Record<string, unknown> };
  return Object.keys(exports).map((door) => ({
    specifier: door.replace(".", "heddle"),
    options: door.endsWith(".json") ? ', { with: { type: "json" } }' : "",
  }));
}

function installedFiles(): string[] {
  const folder = join(project.folder, "node_modules/heddle");
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

function installed(file: string): string {
  return readFileSync(join(project.folder, "node_modules/heddle", file), "utf8");
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
}
