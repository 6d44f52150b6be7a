import { randomUUID } from "node:crypto";
import { chmod, lstat, mkdir, readlink, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describeTool } from "./catalogue.ts";
import type { ToolPaths } from "./ensure-tools.ts";
import { LANGUAGE_HOST } from "./language-host-directory.ts";

/** The providers that Heddle's components use. */
type Provider = "pulumi-resource-kubernetes" | "pulumi-resource-tls";

/** Finds the language host through the environment: the home serves several checkouts at once. */
const LAUNCHER = `#!/bin/sh
exec "\${HEDDLE_LANGUAGE_HOST_NODE:?set by heddle}" "\${HEDDLE_LANGUAGE_HOST:?set by heddle}" "$@"
`;

/**
 * Lays the providers, and a launcher of our language host if wanted, in a Pulumi home as
 * `pulumi plugin install` would. What is there already stays.
 */
export async function installPulumiPlugins(
  home: string,
  tools: ToolPaths<Provider | "pulumi">,
  withLanguageHost: boolean,
): Promise<void> {
  for (const name of ["pulumi-resource-kubernetes", "pulumi-resource-tls"] as const) {
    const { pulumiPlugin = "", version } = describeTool(name);
    await link(tools[name], await pluginFolder(home, `resource-${pulumiPlugin}-v${version}`), name);
  }
  if (!withLanguageHost) return;
  const { version } = describeTool("pulumi");
  const folder = await pluginFolder(home, `language-nodejs-v${version}`);
  const partial = join(folder, `.${LANGUAGE_HOST}.${randomUUID()}`);
  await writeFile(partial, LAUNCHER);
  await chmod(partial, 0o755);
  await rename(partial, join(folder, LANGUAGE_HOST));
}

async function pluginFolder(home: string, name: string): Promise<string> {
  const folder = join(home, "plugins", name);
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Links a provider into its folder; one that was really installed there is left alone. */
async function link(target: string, folder: string, name: string): Promise<void> {
  const path = join(folder, name);
  const there = await lstat(path).catch(() => undefined);
  if (there?.isFile() === true || target === path) return;
  if (there?.isSymbolicLink() === true && (await readlink(path)) === target) return;
  const partial = join(folder, `.${name}.${randomUUID()}`);
  await symlink(target, partial);
  await rename(partial, path);
}
