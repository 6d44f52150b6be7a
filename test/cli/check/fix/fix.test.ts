import {
  chmodSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { temporaryFiles } from "../../../source/temporary-files.ts";
import { runHeddle } from "../../run-heddle.ts";
import { fixable } from "./fixable.ts";

const policy = (fixable["HED4406"] ?? "").trimStart();
const fixed = policy.replace("[get, POST]", "[GET, POST]");
const route = (fixable["HED4100"] ?? "").trimStart();
const only = ["--select", "HED4406,HED4100"];
const fix = (cwd: string, ...args: readonly string[]) =>
  runHeddle(["check", "--fix", ...only, ...args], { cwd });
const read = (cwd: string, file: string): string => readFileSync(join(cwd, file), "utf8");

describe("heddle check --fix", () => {
  test("changes the file, checks again and says what was fixed; the second time nothing is left", async () => {
    const cwd = temporaryFiles({ "a.yaml": `# mine\n${policy}---\n${route}` });
    const { stdout, exitCode } = await fix(cwd, "a.yaml");
    expect(exitCode).toBe(0);
    expect(stdout).toContain("HED4406 a.yaml:10");
    expect(stdout).toContain("2 objects in 1 file: no findings, 2 fixed");
    expect(read(cwd, "a.yaml")).toContain("# mine");
    expect(read(cwd, "a.yaml")).toContain("methods: [GET, POST]");
    expect(read(cwd, "a.yaml")).toContain("percentage:\n            value: 10");
    expect((await fix(cwd, "a.yaml")).stdout).toMatch(/: no findings$/);
    expect(readdirSync(cwd)).toEqual(["a.yaml"]);
  });

  test("JSON tells what was fixed, and before that what can be", async () => {
    const cwd = temporaryFiles({ "a.yaml": policy });
    const before = await runHeddle(["check", "a.yaml", "--json", ...only], { cwd });
    expect(JSON.parse(before.stdout)).toMatchObject({ diagnostics: [{ fixable: true }] });
    const { stdout } = await fix(cwd, "a.yaml", "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      diagnostics: [],
      fixed: [{ code: "HED4406", rule: "access/method-unknown", file: "a.yaml", line: 9 }],
    });
  });

  test("--dry-run prints a patch that git applies, and writes nothing", async () => {
    const cwd = temporaryFiles({ "a.yaml": policy, "b.yaml": route.trimEnd() });
    const { stdout, stderr, exitCode } = await fix(cwd, ".", "--dry-run");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("2 would be fixed, 0 would be left");
    expect(stdout).toContain(
      "-            methods: [get, POST]\n+            methods: [GET, POST]",
    );
    expect(read(cwd, "a.yaml")).toBe(policy);
    await execa({ cwd, input: `${stdout}\n` })`git apply -`;
    expect(read(cwd, "a.yaml")).toBe(fixed);
    expect((await runHeddle(["check", ".", ...only], { cwd })).exitCode).toBe(0);
  });

  test("keeps the byte order mark, CRLF, the rights of the file, and a link to it", async () => {
    const marked = `\uFEFF${policy.replaceAll("\n", "\r\n")}`;
    const cwd = temporaryFiles({ "real.yml": marked });
    chmodSync(join(cwd, "real.yml"), 0o640);
    symlinkSync("real.yml", join(cwd, "link.yaml"));
    await fix(cwd, "link.yaml");
    expect(read(cwd, "real.yml")).toBe(`\uFEFF${fixed.replaceAll("\n", "\r\n")}`);
    expect(statSync(join(cwd, "real.yml")).mode & 0o777).toBe(0o640);
    expect(read(cwd, "link.yaml")).toBe(read(cwd, "real.yml"));
  });

  test("what is suppressed, not asked for, or old is left as it is", async () => {
    const ignored = policy.replace(
      "            methods",
      "            # heddle-ignore HED4406: a proxy of ours\n            methods",
    );
    const cwd = temporaryFiles({ "a.yaml": ignored, "b.yaml": route });
    await runHeddle(["check", "--fix", "a.yaml", "b.yaml", "--select", "HED4406"], { cwd });
    expect(read(cwd, "a.yaml")).toBe(ignored);
    expect(read(cwd, "b.yaml")).toBe(route);
  });

  test("a fix that would change something else as well is refused, with the reason", async () => {
    const shared = policy.replace(
      "methods: [get, POST]",
      "methods: &m [get, POST]\n        - operation:\n            methods: *m",
    );
    const cwd = temporaryFiles({ "a.yaml": shared });
    const { stderr, exitCode } = await fix(cwd, "a.yaml");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("HED1066");
    expect(stderr).toContain("the changed text would say something else as well");
    expect(read(cwd, "a.yaml")).toBe(shared);
  });

  test("a broken document beside it is left alone", async () => {
    const cwd = temporaryFiles({ "a.yaml": `a: [1\n---\n${policy}` });
    await fix(cwd, "a.yaml");
    expect(read(cwd, "a.yaml")).toBe(`a: [1\n---\n${fixed}`);
  });

  test("either all files are written or none", async () => {
    const cwd = temporaryFiles({ "a.yaml": policy, "b.yaml": route });
    // The name of the file beside it is taken: a folder cannot be written as a file.
    const env = { NODE_OPTIONS: `--require ${join(cwd, "fail.cjs")}` };
    const breakWrites = `const fs = require("node:fs"); const open = fs.openSync;
      fs.openSync = (file, ...rest) => {
        if (String(file).includes("b.yaml.heddle")) throw new Error("the disk is full");
        return open(file, ...rest);
      }; require("node:module").syncBuiltinESMExports();`;
    writeFileSync(join(cwd, "fail.cjs"), breakWrites);
    const { stderr, exitCode } = await runHeddle(["check", "--fix", ...only, "a.yaml", "b.yaml"], {
      cwd,
      env,
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("HED1065");
    expect(stderr).toContain("the disk is full");
    expect(read(cwd, "a.yaml")).toBe(policy);
    expect(readdirSync(cwd).sort()).toEqual(["a.yaml", "b.yaml", "fail.cjs"]);
  });

  test.each([
    [["-"], "standard input cannot be changed"],
    [["a.yaml", "--watch"], "--watch waits for"],
    [["a.yaml", "--baseline", "b.json", "--write-baseline"], "--write-baseline makes"],
    [["a.yaml", "--dry-run", "--format", "sarif"], "a patch has no place in sarif"],
  ])("with %j it is refused", async (args, said) => {
    const { stderr, exitCode } = await fix(temporaryFiles({ "a.yaml": policy }), ...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("HED1065");
    expect(stderr).toContain(said);
  });

  test("--dry-run alone is refused", async () => {
    const cwd = temporaryFiles({ "a.yaml": policy });
    const { stderr, exitCode } = await runHeddle(["check", "a.yaml", "--dry-run"], { cwd });
    expect(exitCode).toBe(2);
    expect(stderr).toContain("--dry-run only tells what --fix would do");
  });

  test("a mesh and its environment: misspelt keys and words", async () => {
    const cwd = temporaryFiles({
      "mesh.yaml": `# the shop
apiVersion: heddle/v1
name: shop
trust: { domain: shop.example, mtls: strikt } # all of it
services:
  web: { port: 8080, protocoll: http }
`,
      "prod.yaml": "trust: { mtls: permisive }\n",
    });
    const both = await fix(cwd, "mesh.yaml", "--environment", "prod.yaml");
    expect(read(cwd, "prod.yaml")).toBe("trust: { mtls: permissive }\n");
    expect(both.stderr).toBe("");
    const { exitCode } = await fix(cwd, "mesh.yaml");
    expect(exitCode).toBe(0);
    expect(read(cwd, "mesh.yaml")).toContain("mtls: strict } # all of it");
    expect(read(cwd, "mesh.yaml")).toContain("  web: { port: 8080, protocol: http }\n");
  });
});
