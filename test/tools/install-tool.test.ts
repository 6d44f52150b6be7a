import { mkdir, readdir, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";

import { execa } from "execa";
import { describe, expect, it } from "vitest";

import { temporaryFolder } from "./temporary-folder.ts";

const script = join(import.meta.dirname, "fixtures", "install-hello.ts");

const HELLO = [
  "package main",
  'import "fmt"',
  'var who = "nobody"',
  'func main() { fmt.Println("hello " + who) }',
].join("\n");

async function helloModule(program: string): Promise<{ module: string; cache: string }> {
  const folder = await temporaryFolder();
  const module = join(folder, "module");
  await mkdir(module);
  await writeFile(join(module, "go.mod"), "module hello\n\ngo 1.26.0\n");
  await writeFile(join(module, "main.go"), program);
  return { module, cache: join(folder, "cache") };
}

// Go keeps its build cache in the user's cache folder too: that one stays as it is.
const { stdout: GOCACHE } = await execa("go", ["env", "GOCACHE"]);

function install(module: string, cache: string) {
  return execa(process.execPath, [script, module], {
    env: { XDG_CACHE_HOME: cache, GOCACHE },
    all: true,
    reject: false,
    timeout: 100_000,
  });
}

describe("installing a tool", () => {
  it("builds it once when two processes want it at the same time", async () => {
    const { module, cache } = await helloModule(HELLO);
    const outputs = (await Promise.all([install(module, cache), install(module, cache)]))
      .map(({ all }) => all)
      .sort();
    expect(outputs).toEqual(["building\nready", "waiting\nready"]);
    const hello = join(cache, "heddle", "tools", "hello-1.0.0", "hello");
    expect((await execa(hello)).stdout).toBe("hello world");
    expect(await readdir(join(cache, "heddle", "tools", ".partial"))).toEqual([]);
    expect((await install(module, cache)).all).toBe("ready");
  }, 120_000);

  it("goes on after a run that was killed, and removes what that left", async () => {
    const { module, cache } = await helloModule(HELLO);
    const killed = install(module, cache);
    await once(killed.stdout, "data");
    killed.kill("SIGKILL");
    await killed;
    const partial = join(cache, "heddle", "tools", ".partial");
    expect(await readdir(partial)).not.toEqual([]);
    const { all } = await install(module, cache);
    expect(all).toContain("ready");
    expect(await readdir(partial)).toEqual([]);
    const hello = join(cache, "heddle", "tools", "hello-1.0.0", "hello");
    expect((await execa(hello)).stdout).toBe("hello world");
  }, 120_000);

  it("shows what the compiler says and leaves nothing when it does not build", async () => {
    const { module, cache } = await helloModule("package main\nfunc main() { undefinedName() }");
    const { all, exitCode } = await install(module, cache);
    expect(exitCode).not.toBe(0);
    expect(all).toContain("HED5002");
    expect(all).toContain("undefined: undefinedName");
    const tools = join(cache, "heddle", "tools");
    expect(await readdir(tools)).toEqual([".partial"]);
    expect(await readdir(join(tools, ".partial"))).toEqual([]);
  }, 120_000);
});
