import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { execa } from "execa";
import { afterAll, beforeAll } from "vitest";

import { pulumiEnvironment } from "../../tools/pulumi-environment.ts";
import type { PulumiEnvironment } from "../../tools/pulumi-environment.ts";

const checkout = join(import.meta.dirname, "..", "..");
export const PULUMI_YAML =
  "name: tiny\nruntime: {name: nodejs, options: {typescript: false}}\nmain: index.ts\n";
export const PACKAGE_JSON = '{"name":"tiny","version":"1.0.0","type":"module","main":"index.ts"}';

/** Where the projects of this run are; set before the first test. */
export let folder: string;
let environment: PulumiEnvironment;
/** How many there are by now; the stacks are numbered by it. */
export let count = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "heddle-language-host-"));
  await mkdir(join(folder, "state"));
  environment = await pulumiEnvironment({
    home: join(folder, "home"),
    backend: `file://${join(folder, "state")}`,
    passphrase: "not a secret",
  });
}, 3_600_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the real CLI; a failure is a result. */
export function pulumi(cwd: string, ...args: string[]) {
  const { env, pulumi: cli } = environment;
  return execa(cli, [...args, "--non-interactive", "--color=never"], {
    cwd,
    env,
    extendEnv: false,
    reject: false,
    all: true,
    timeout: 120_000,
  });
}

/** A project with a stack, the program's text, and the packages of this checkout. */
export async function project(
  program: string,
  files: Record<string, string> = {},
): Promise<string> {
  const directory = join(folder, `project-${String(++count)}`);
  await mkdir(directory);
  const all = { "Pulumi.yaml": PULUMI_YAML, "package.json": PACKAGE_JSON, ...files };
  for (const [name, text] of Object.entries({ ...all, "index.ts": program })) {
    await mkdir(join(directory, name, ".."), { recursive: true });
    await writeFile(join(directory, name), text);
  }
  await symlink(join(checkout, "node_modules"), join(directory, "node_modules"));
  await pulumi(directory, "stack", "init", `stack${String(count)}`);
  return directory;
}
