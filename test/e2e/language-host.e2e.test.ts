import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

import { describe, expect, it, onTestFinished } from "vitest";

import { count, folder, PACKAGE_JSON, project, pulumi, PULUMI_YAML } from "./tiny-project.ts";

const up = ["up", "--yes", "--skip-preview"];

describe("a program", () => {
  it("gets its configuration, keeps secrets secret and has outputs", async () => {
    const directory = await project(
      [
        'import * as pulumi from "@pulumi/pulumi";',
        'import { greet } from "./lib/greet.ts";',
        "const config = new pulumi.Config();",
        'export const greeting: string = greet(config.require("who"));',
        'export const token = config.requireSecret("token");',
        "export const stack = pulumi.getStack();",
        "export const organization = pulumi.getOrganization();",
        "export const node = Number(process.versions.node.split('.')[0]);",
      ].join("\n"),
      { "lib/greet.ts": "export const greet = (who: string): string => `hello ${who}`;" },
    );
    await pulumi(directory, "config", "set", "who", "world");
    await pulumi(directory, "config", "set", "--secret", "token", "open sesame");
    const { exitCode, all } = await pulumi(directory, ...up);
    expect(all).not.toContain("open sesame");
    expect(all).not.toContain("from $PATH");
    expect(exitCode).toBe(0);
    const { stdout } = await pulumi(directory, "stack", "output", "--json", "--show-secrets");
    expect(JSON.parse(stdout)).toEqual({
      greeting: "hello world",
      token: "open sesame",
      stack: `stack${String(count)}`,
      organization: "organization",
      node: Number(process.versions.node.split(".")[0]),
    });
    const state = await pulumi(directory, "stack", "export");
    expect(state.stdout).not.toContain("open sesame");
  }, 120_000);

  it("has what it writes shown whole and in order", async () => {
    const directory = await project(
      [
        "for (let line = 0; line < 300; line++) {",
        "  process.stdout.write(`out ${line}\\n`);",
        "  process.stderr.write(`err ${line}\\n`);",
        "}",
      ].join("\n"),
    );
    const { stdout, exitCode } = await pulumi(directory, "preview");
    expect(exitCode).toBe(0);
    for (const stream of ["out", "err"]) {
      const shown = [...stdout.matchAll(new RegExp(`^    ${stream} (\\d+)$`, "gm"))];
      expect(shown.map((match) => Number(match[1]))).toEqual(
        Array.from({ length: 300 }, (_, i) => i),
      );
    }
  }, 120_000);

  it("that throws stops the update with its message, once", async () => {
    const directory = await project('throw new Error("the lamp went out");');
    const { all, exitCode } = await pulumi(directory, ...up);
    expect(exitCode).not.toBe(0);
    expect(all).toContain("the lamp went out");
    expect(all).toContain("index.ts:1");
    expect(all).not.toContain("non-zero exit code");
  }, 120_000);

  it("that exits by itself is an error with its exit code", async () => {
    const directory = await project("process.exit(3);");
    const { all, exitCode } = await pulumi(directory, ...up);
    expect(exitCode).not.toBe(0);
    expect(all).toContain("Program exited with non-zero exit code: 3");
  }, 120_000);

  it("gets the arguments for Node from the project file", async () => {
    const directory = await project(
      "export const args = process.execArgv; export const title = process.title;",
      {
        "Pulumi.yaml": PULUMI_YAML.replace(
          "typescript: false",
          "typescript: false, nodeargs: \"--title='a b'\"",
        ),
      },
    );
    expect((await pulumi(directory, ...up)).exitCode).toBe(0);
    const { stdout } = await pulumi(directory, "stack", "output", "--json");
    expect(JSON.parse(stdout)).toEqual({ args: ["--title=a b"], title: "a b" });
  }, 120_000);

  it("with a wrong runtime option is told which and what is allowed", async () => {
    const directory = await project("", {
      "Pulumi.yaml": PULUMI_YAML.replace("typescript: false", "packagemanager: cargo"),
    });
    const { all, exitCode } = await pulumi(directory, ...up);
    expect(exitCode).not.toBe(0);
    expect(all).toContain(
      'runtime option "packagemanager" must be auto, npm, yarn, pnpm or bun, got "cargo"',
    );
  }, 120_000);
});

describe("a policy pack", () => {
  const pack = {
    "pack/PulumiPolicy.yaml": "runtime: nodejs\nversion: 0.1.0\n",
    "pack/package.json": '{"name":"pack","version":"0.1.0","type":"module","main":"index.mjs"}',
    "pack/index.mjs": 'import "./pack.ts";',
    "pack/pack.ts": [
      'import * as pulumi from "@pulumi/pulumi";',
      'import { PolicyPack } from "@pulumi/policy";',
      'import { forbidden } from "../rules/forbidden.ts";',
      'console.log("loading the pack");',
      "const stack: string = pulumi.getStack();",
      'const who = new pulumi.Config("tiny").get("who") ?? "nobody";',
      'new PolicyPack("pack", { policies: [{',
      '  name: "no-lamp", description: "no lamps", enforcementLevel: "mandatory",',
      "  validateStack: (args, report) => {",
      "    for (const { name } of args.resources)",
      "      if (name === forbidden) report(`${name} is forbidden in ${stack} of ${who}`);",
      "  },",
      "}] });",
    ].join("\n"),
    "rules/forbidden.ts": 'export const forbidden: string = "lamp";',
  };
  const program = [
    'import * as pulumi from "@pulumi/pulumi";',
    'new pulumi.ComponentResource("tiny:index:Thing", new pulumi.Config().require("name"));',
  ].join("\n");

  it("in TypeScript knows its stack, blocks what is wrong and lets the rest pass", async () => {
    const directory = await project(program, pack);
    await pulumi(directory, "config", "set", "name", "lamp");
    await pulumi(directory, "config", "set", "who", "aladdin");
    const blocked = await pulumi(directory, "preview", "--policy-pack", "pack");
    expect(blocked.all).toContain(`lamp is forbidden in stack${String(count)} of aladdin`);
    expect(blocked.exitCode).not.toBe(0);
    await pulumi(directory, "config", "set", "name", "ring");
    const passed = await pulumi(directory, ...up, "--policy-pack", "pack");
    expect(passed.all).toContain("pack@v0.1.0");
    expect(passed.exitCode).toBe(0);
  }, 120_000);

  it("that does not load stops the preview with the reason", async () => {
    const broken = { ...pack, "pack/pack.ts": 'throw new Error("the genie is out");' };
    const directory = await project(program, broken);
    await pulumi(directory, "config", "set", "name", "ring");
    const { all, exitCode } = await pulumi(directory, "preview", "--policy-pack", "pack");
    expect(exitCode).not.toBe(0);
    expect(all).toContain("the genie is out");
  }, 120_000);
});

describe("the CLI", () => {
  it("shows Node and the packages in pulumi about", async () => {
    const directory = await project("", {
      "package.json": PACKAGE_JSON.replace("}", ',"dependencies":{"@pulumi/pulumi":"*"}}'),
    });
    const { stdout } = await pulumi(directory, "about", "--json");
    const about: unknown = JSON.parse(stdout);
    expect(about).toMatchObject({
      runtime: { language: "nodejs", version: process.version },
      dependencies: [{ name: "@pulumi/pulumi", version: "3.259.0" }],
    });
  }, 120_000);

  it("installs a program's packages with pulumi install", async () => {
    const directory = join(folder, "install");
    await mkdir(join(directory, "lantern"), { recursive: true });
    await writeFile(join(directory, "Pulumi.yaml"), PULUMI_YAML);
    await writeFile(join(directory, "index.ts"), "");
    await writeFile(
      join(directory, "package.json"),
      '{"name":"p","version":"1.0.0","type":"module","dependencies":{"lantern":"file:./lantern"}}',
    );
    await writeFile(
      join(directory, "lantern", "package.json"),
      '{"name":"lantern","version":"1.2.3"}',
    );
    const { all, exitCode } = await pulumi(directory, "install");
    expect(all).toContain("Installing dependencies with npm install");
    expect(exitCode).toBe(0);
    expect(existsSync(join(directory, "node_modules", "lantern", "package.json"))).toBe(true);
  }, 120_000);

  it("is told when the packages do not install", async () => {
    const directory = join(folder, "install-broken");
    await mkdir(directory);
    await writeFile(join(directory, "Pulumi.yaml"), PULUMI_YAML);
    await writeFile(join(directory, "index.ts"), "");
    await writeFile(join(directory, "package.json"), "{");
    const { all, exitCode } = await pulumi(directory, "install");
    expect(exitCode).not.toBe(0);
    expect(all).toContain("npm install");
  }, 120_000);
});

describe("cancelling", () => {
  /** Starts a child that ignores interrupts, says who it is, and waits for ever. */
  const program = [
    'import { spawn } from "node:child_process";',
    'import { writeFileSync } from "node:fs";',
    "const stubborn = 'process.on(\"SIGINT\", () => {}); setInterval(() => {}, 1000);';",
    'const child = spawn(process.execPath, ["-e", stubborn], { stdio: "ignore" });',
    'writeFileSync("pids", `${process.pid} ${child.pid} ${process.ppid}`);',
    "await new Promise((resolve) => setTimeout(resolve, 600_000));",
  ].join("\n");

  for (const signal of ["SIGINT", "SIGKILL"] as const) {
    it(`leaves no process when the CLI gets ${signal}`, async () => {
      const directory = await project(program);
      const update = pulumi(directory, ...up);
      const pids = await waitFor(async () => {
        const text = await readFile(join(directory, "pids"), "utf8").catch(() => "");
        return text === "" ? undefined : text.split(" ").map(Number);
      });
      expect(pids.every(isRunning)).toBe(true);
      update.kill(signal);
      const { exitCode } = await update;
      expect(exitCode).not.toBe(0);
      await waitFor(() => Promise.resolve(pids.some(isRunning) ? undefined : true));
    }, 120_000);
  }

  it("ends the program when the language host itself is killed", async () => {
    const directory = await project(program);
    const update = pulumi(directory, ...up);
    const [own = 0, child = 0, host = 0] = await waitFor(async () => {
      const text = await readFile(join(directory, "pids"), "utf8").catch(() => "");
      return text === "" ? undefined : text.split(" ").map(Number);
    });
    onTestFinished(() => {
      if (isRunning(child)) process.kill(child, "SIGKILL");
    });
    process.kill(host, "SIGKILL");
    expect((await update).exitCode).not.toBe(0);
    await waitFor(() => Promise.resolve(isRunning(own) ? undefined : true));
  }, 120_000);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Asks again until there is an answer, for at most 30 seconds. */
async function waitFor<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await ask();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error("waited 30 s in vain");
    await delay(100);
  }
}
