import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { z } from "zod";
import { root } from "./read-imports.ts";

/** How a command ended in the project. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** An empty project of a user, into which the packed package was installed. */
export interface PackedProject {
  readonly folder: string;
  readonly write: (file: string, text: string) => void;
  readonly run: (command: string, ...args: string[]) => Promise<Ended>;
  readonly remove: () => void;
}

/** Packs the checkout as npm would publish it, and installs the result into a new project. */
export async function packProject(): Promise<PackedProject> {
  const folder = mkdtempSync(join(tmpdir(), "heddle-package-"));
  const project: PackedProject = {
    folder,
    write: (file, text) => {
      writeFileSync(join(folder, file), text);
    },
    run: (command, ...args) => run(folder, command, ...args),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await install(project).catch((error: unknown) => {
    project.remove();
    throw error;
  });
  return project;
}

async function install({ folder, write, run: inProject }: PackedProject): Promise<void> {
  mkdirSync(join(folder, "tarball"));
  await succeed(run(root, "npm", "pack", "--pack-destination", join(folder, "tarball")));
  write("package.json", JSON.stringify({ name: "user", version: "1.0.0", type: "module" }));
  write("package-lock.json", JSON.stringify(userLock()));
  const tarball = join(folder, "tarball", `heddle-${version()}.tgz`);
  const flags = ["--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund"];
  await succeed(inProject("npm", "install", tarball, ...flags));
}

const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })),
});

/**
 * A lock with the versions that the checkout has been installed with: npm needs to ask no registry for what they
 * depend on, and takes the packages from its cache.
 */
function userLock(): object {
  const lock = lockSchema.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const needed = Object.entries(lock.packages).filter(
    ([path, { dev }]) => path !== "" && dev !== true,
  );
  const user = { name: "user", version: "1.0.0" };
  return { ...lock, ...user, packages: { "": user, ...Object.fromEntries(needed) } };
}

function version(): string {
  const text = readFileSync(join(root, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

async function run(cwd: string, command: string, ...args: string[]): Promise<Ended> {
  const path = [join(root, "node_modules/.bin"), process.env["PATH"] ?? ""].join(delimiter);
  const ended = await execa(command, args, {
    cwd,
    env: { PATH: path, NO_COLOR: "1", NODE_OPTIONS: "" },
    reject: false,
    stdin: "ignore",
    timeout: 240_000,
  });
  return { exitCode: ended.exitCode ?? -1, stdout: ended.stdout, stderr: ended.stderr };
}

async function succeed(ended: Promise<Ended>): Promise<void> {
  const { exitCode, stdout, stderr } = await ended;
  if (exitCode !== 0) throw new Error(`exit code ${String(exitCode)}\n${stdout}\n${stderr}`);
}
