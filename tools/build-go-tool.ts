import { copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

import { execa } from "execa";

import type { GoSource } from "./catalogue.ts";
import { goEnvironment, goModuleFolder } from "./go.ts";
import { writeProviderSchema } from "./provider-schema.ts";

/**
 * Builds a Go program into `output`. Go's build cache keeps every finished package, so a build that
 * was interrupted goes on where it stopped. The flags are the same for every tool, for that cache.
 */
export async function buildGoTool(
  source: GoSource,
  version: string,
  output: string,
  workFolder: string,
): Promise<void> {
  const variables = (source.variables ?? []).map((variable) => `-X ${variable}`);
  const folder = await sourceFolder(source, version, workFolder);
  await execa(
    "go",
    [
      "build",
      "-trimpath",
      "-buildvcs=false",
      `-ldflags=${["-s", "-w", ...variables].join(" ")}`,
      "-o",
      output,
      source.package,
    ],
    { cwd: folder, env: goEnvironment, stdin: "ignore" },
  );
}

/**
 * The folder to build in: the module's own, or a copy of its files beside the generated ones, so that
 * two builds at once, or one in a package that may not be written to, do not meet.
 */
async function sourceFolder(
  source: GoSource,
  version: string,
  workFolder: string,
): Promise<string> {
  const module = goModuleFolder(source.module);
  if (source.embedsProviderSchema !== true) return module;
  const copy = join(workFolder, "module");
  await mkdir(copy, { recursive: true });
  const names = (await readdir(module)).filter((name) => /^go\.|\.go$/.test(name));
  await Promise.all(names.map((name) => copyFile(join(module, name), join(copy, name))));
  await writeProviderSchema(source.module, version, copy);
  return copy;
}
