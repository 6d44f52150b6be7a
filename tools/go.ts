import { resolve } from "node:path";

import { execa } from "execa";
import { z } from "zod";

import { packageRoot } from "./package-root.ts";

/**
 * What every Go command runs with. CGO is off from the start: a second build with another setting
 * would share nothing with the first. The user's own flags could do the same.
 */
export const goEnvironment = { CGO_ENABLED: "0", GOFLAGS: "", GOWORK: "off" } as const;

/** The folder of one of our Go modules; an absolute path stays as it is. */
export function goModuleFolder(module: string): string {
  return resolve(packageRoot(), "tools", "go", module);
}

const downloaded = z.object({ Dir: z.string(), Version: z.string() });

/**
 * Where the sources of a Go module lie that one of our modules pins; downloaded (and verified) when
 * they are not in Go's module cache yet. Read-only: other programs share them.
 */
export async function moduleDirectory(
  module: string,
  path: string,
): Promise<{ directory: string; version: string }> {
  const { stdout } = await execa("go", ["mod", "download", "-json", path], {
    cwd: goModuleFolder(module),
    env: goEnvironment,
  });
  const { Dir, Version } = downloaded.parse(JSON.parse(stdout));
  return { directory: Dir, version: Version };
}
