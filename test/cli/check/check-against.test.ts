import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../../source/temporary-files.ts";
import { runHeddle } from "../run-heddle.ts";

const subsets = (...names: readonly string[]): string => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: cart, namespace: shop }
spec:
  host: cart
  subsets:
${names.map((name) => `    - { name: ${name}, labels: { version: ${name} } }`).join("\n")}
`;
const route = (v1: number, v2: number): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: cart, namespace: shop }
spec:
  hosts: [cart]
  http:
    - route:
        - { destination: { host: cart, subset: v1 }, weight: ${String(v1)} }
        - { destination: { host: cart, subset: v2 }, weight: ${String(v2)} }
`;
const mesh = (v1: number, v2: number): string => `name: shop
trust: { domain: shop.example }
services:
  cart: { port: 8080, versions: [v1, v2] }
routes:
  cart: { split: { v1: ${String(v1)}, v2: ${String(v2)} } }
`;
const both = subsets("v1", "v2");
const only = ["--select", "change/"];

type Files = Readonly<Record<string, string>>;

function write(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A repository with one commit on `main`. */
async function repository(files: Files): Promise<string> {
  const folder = temporaryFiles({});
  const git = async (...args: readonly string[]) => execa("git", args, { cwd: folder });
  write(folder, files);
  await git("init", "--quiet", "--initial-branch=main");
  await git("config", "user.email", "test@heddle.dev");
  await git("config", "user.name", "test");
  await git("add", "--all");
  await git("commit", "--quiet", "--message", "first");
  return folder;
}

interface Output {
  readonly diagnostics: readonly Record<string, unknown>[];
  readonly unknown: readonly Record<string, unknown>[];
  readonly summary: Record<string, unknown>;
}
async function json(cwd: string, ...args: readonly string[]) {
  const { stdout, exitCode, stderr } = await runHeddle(["check", ...args, ...only, "--json"], {
    cwd,
  });
  if (stdout === "") throw new Error(stderr);
  return { exitCode, ...(JSON.parse(stdout) as Output) };
}

describe("heddle check --against a ref of git", () => {
  test("finds a jump in the new file, and leaves the working tree alone", async () => {
    const cwd = await repository({ "k8s/dr.yaml": both, "k8s/vs.yaml": route(90, 10) });
    write(cwd, { "k8s/vs.yaml": route(10, 90) });
    const found = await json(cwd, "k8s", "--against", "main");
    expect(found.exitCode).toBe(1);
    expect(found.diagnostics).toEqual([
      expect.objectContaining({
        code: "HED4700",
        rule: "change/traffic-jump",
        file: "k8s/vs.yaml",
        line: 9,
        resource: { kind: "VirtualService", namespace: "shop", name: "cart" },
      }),
    ]);
    expect(found.summary).toMatchObject({ notRun: 0 });
    const { stdout } = await execa("git", ["status", "--porcelain"], { cwd });
    expect(stdout).toBe(" M k8s/vs.yaml");
    const temporary = temporaryFiles({});
    const args = ["check", "k8s", "--against", "main", ...only];
    await runHeddle(args, { cwd, env: { TMPDIR: temporary } });
    expect(readdirSync(temporary).filter((each) => each.startsWith("heddle-"))).toEqual([]);
  });

  test("points to the old file, as git names it, where something was removed", async () => {
    const cwd = await repository({ "k8s/dr.yaml": both, "k8s/vs.yaml": route(90, 10) });
    write(cwd, { "k8s/dr.yaml": subsets("v1"), "k8s/vs.yaml": route(100, 0) });
    const found = await json(cwd, "k8s", "--against", "HEAD");
    expect(found.diagnostics).toEqual([
      expect.objectContaining({ code: "HED4702", file: "HEAD:k8s/dr.yaml", line: 8 }),
    ]);
    const text = await runHeddle(["check", "k8s", "--against", "HEAD", ...only], { cwd });
    expect(text.stdout).toContain("HEAD:k8s/dr.yaml:8");
    expect(text.stdout).toContain("8 |     - { name: v2");
    const sarif = await runHeddle(
      ["check", "k8s", "--against", "HEAD", ...only, "--format", "sarif"],
      { cwd },
    );
    expect(sarif.stdout).toContain('"uri": "HEAD%3Ak8s/dr.yaml"');
    const github = await runHeddle(
      ["check", "k8s", "--against", "HEAD", ...only, "--format", "github"],
      { cwd },
    );
    expect(github.stdout).toContain("file=HEAD%3Ak8s/dr.yaml,line=8");
    const junit = await runHeddle(
      ["check", "k8s", "--against", "HEAD", ...only, "--format", "junit"],
      { cwd },
    );
    expect(junit.exitCode).toBe(1);
    expect(junit.stdout).toContain('<testsuites name="heddle check" tests="1" failures="1">');
    expect(junit.stdout).toContain(
      '<testsuite name="HEAD:k8s/dr.yaml" tests="1" failures="1" skipped="0">',
    );
    expect(junit.stdout).toMatch(
      /<testcase name="HED4702 [^"]* at 8:\d+" classname="change\/subset-removed-in-use"><failure /,
    );
  });

  test("counts paths from the folder it runs in, and what is new has no before", async () => {
    const cwd = await repository({ "app/k8s/dr.yaml": both, "app/k8s/vs.yaml": route(90, 10) });
    write(cwd, { "app/k8s/new.yaml": route(0, 100).replaceAll("cart", "web") });
    const found = await json(join(cwd, "app"), "k8s/vs.yaml", "k8s/new.yaml", "--against", "main");
    expect(found).toMatchObject({ exitCode: 0, diagnostics: [] });
  });

  test("a mesh of Heddle with its environment, both of that commit", async () => {
    const cwd = await repository({
      "mesh.yaml": mesh(100, 0),
      "prod.yaml": "routes: { cart: { split: { v1: 90, v2: 10 } } }\n",
    });
    const args = ["mesh.yaml", "--environment", "prod.yaml", "--against", "main"];
    expect(await json(cwd, ...args)).toMatchObject({ exitCode: 0, diagnostics: [] });
    write(cwd, { "prod.yaml": "routes: { cart: { split: { v1: 40, v2: 60 } } }\n" });
    expect((await json(cwd, ...args)).diagnostics).toEqual([
      expect.objectContaining({ code: "HED4700", file: "prod.yaml", line: 1 }),
    ]);
  });

  test("a mesh in a module, with what it imports", async () => {
    const module = `import { split } from "./split.ts";
export const mesh = { name: "shop", trust: { domain: "shop.example" },
  services: { cart: { port: 8080, versions: ["v1", "v2"] } }, routes: { cart: { split } } };
`;
    const weights = (v1: number) =>
      `export const split = { v1: ${String(v1)}, v2: ${String(100 - v1)} };\n`;
    const cwd = await repository({ "mesh.ts": module, "split.ts": weights(90) });
    write(cwd, { "split.ts": weights(10) });
    expect((await json(cwd, "mesh.ts", "--against", "main")).diagnostics).toEqual([
      expect.objectContaining({ code: "HED4700" }),
    ]);
  });

  test("a comment of the old state suppresses what is said of it", async () => {
    const marked = both.replace(
      "    - { name: v2",
      "    # heddle-ignore HED4702: goes at once\n    - { name: v2",
    );
    const cwd = await repository({ "dr.yaml": marked, "vs.yaml": route(90, 10) });
    write(cwd, { "dr.yaml": subsets("v1"), "vs.yaml": route(100, 0) });
    const found = await json(cwd, "dr.yaml", "vs.yaml", "--against", "main");
    expect(found).toMatchObject({ exitCode: 0, summary: { suppressed: 1 } });
  });

  test.each([
    ["nowhere", ["k8s"], "HED1061", "git fetch"],
    ["--upload-pack=x", ["k8s"], "HED1061", "no such branch"],
    ["main", ["new"], "HED1062", "main has none of new"],
    ["main", ["-"], "HED1062", "standard input"],
    ["main", ["k8s", "/etc/hostname"], "HED1062", "/etc/hostname is not in the repository"],
  ])("--against=%s %s: %s", async (ref, paths, code, text) => {
    const cwd = await repository({ "k8s/vs.yaml": route(90, 10) });
    write(cwd, { "new/vs.yaml": route(90, 10) });
    const { exitCode, stderr } = await runHeddle(["check", ...paths, `--against=${ref}`], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain(code);
    expect(stderr).toContain(text);
  });

  test("outside a repository, and without git", async () => {
    const cwd = temporaryFiles({ "vs.yaml": route(90, 10) });
    const outside = await runHeddle(["check", "vs.yaml", "--against", "main"], {
      cwd,
      env: { GIT_CEILING_DIRECTORIES: dirname(cwd) },
    });
    expect(outside.exitCode).toBe(2);
    expect(outside.stderr).toContain("in no git repository");
    const main = resolve(import.meta.dirname, "../../../cli/main.ts");
    const without = await execa(process.execPath, [main, "check", "vs.yaml", "--against", "main"], {
      cwd,
      env: { PATH: "/nowhere" },
      reject: false,
    });
    expect(without.exitCode).toBe(2);
    expect(without.stderr).toContain("HED1060");
    expect(without.stderr).toContain("install git");
  });
});

describe("heddle check --against files", () => {
  test("a folder, a file, and the state of a stack", async () => {
    const state = {
      version: 3,
      deployment: {
        resources: [
          {
            urn: "urn:pulumi:prod::shop::kubernetes:networking.istio.io/v1:VirtualService::cart",
            type: "kubernetes:networking.istio.io/v1:VirtualService",
            inputs: {
              metadata: { name: "cart", namespace: "shop" },
              spec: {
                hosts: ["cart"],
                http: [
                  {
                    route: [
                      { destination: { host: "cart", subset: "v1" }, weight: 95 },
                      { destination: { host: "cart", subset: "v2" }, weight: 5 },
                    ],
                  },
                ],
              },
            },
          },
        ],
      },
    };
    const cwd = temporaryFiles({
      "old.yaml": route(90, 10),
      "state.json": JSON.stringify(state),
      "new.yaml": route(10, 90),
    });
    write(cwd, { "old/vs.yaml": route(90, 10) });
    for (const against of ["old.yaml", "old", "state.json"]) {
      expect((await json(cwd, "new.yaml", "--against", against)).diagnostics).toEqual([
        expect.objectContaining({ code: "HED4700", file: "new.yaml" }),
      ]);
    }
  });

  test("without it the rules are not run, and that is said", async () => {
    const cwd = temporaryFiles({ "vs.yaml": route(10, 90) });
    const { stdout } = await runHeddle(["check", "vs.yaml", "--json"], { cwd });
    const { summary } = JSON.parse(stdout) as Output;
    expect(summary["notRun"]).toBeGreaterThan(5);
    const text = await runHeddle(["check", "vs.yaml"], { cwd });
    expect(text.stdout).toMatch(/\d+ rules not run without --against/);
    const alone = await runHeddle(["check", "vs.yaml", "--select", "change/traffic-jump"], { cwd });
    expect(alone.exitCode).toBe(2);
    expect(alone.stderr).toContain("HED1063");
    const explained = await runHeddle(["explain", "HED4700"], { cwd });
    expect(explained.stdout).toContain("only with heddle check --against");
  });

  test("nothing is compared with what could not be read in full", async () => {
    const cwd = temporaryFiles({
      "old.yaml": `${route(90, 10)}---\nkind: [\n`,
      "new.yaml": route(10, 90),
    });
    const found = await json(cwd, "new.yaml", "--against", "old.yaml");
    expect(found).toMatchObject({ exitCode: 0, diagnostics: [] });
    const codes = found.unknown.map(({ code }) => code);
    expect(codes).toContain("HED1064");
    expect(codes).toContain("HED1003");
    rmSync(join(cwd, "old.yaml"));
  });
});
