import { access, constants } from "node:fs/promises";
import { homedir } from "node:os";
import { delimiter, isAbsolute, join } from "node:path";

import { execa } from "execa";

import { describeTool } from "./catalogue.ts";
import type { ToolName, VersionCheck } from "./catalogue.ts";
import { installedPath } from "./tools-folder.ts";

/** A tool that is there. */
export interface FoundTool {
  readonly name: ToolName;
  /** Absolute path of the program. */
  readonly path: string;
  readonly from: "PATH" | "Pulumi home" | "cache";
}

/** How long a program may take to print its version, in milliseconds. */
const VERSION_TIMEOUT = 20_000;

/**
 * Finds a tool without building it: on PATH and in Pulumi's plugin folder, where its version fits,
 * then in Heddle's cache. Undefined when it is nowhere.
 */
export async function findTool(name: ToolName): Promise<FoundTool | undefined> {
  const { onPath, pulumiPlugin, version } = describeTool(name);
  if (onPath !== undefined) {
    const path = await findOnPath(name, onPath);
    if (path !== undefined) return { name, path, from: "PATH" };
  }
  if (pulumiPlugin !== undefined) {
    for (const path of pluginPaths(name, pulumiPlugin, version)) {
      if (await isExecutable(path)) return { name, path, from: "Pulumi home" };
    }
  }
  const cached = installedPath(name, version);
  return (await isExecutable(cached)) ? { name, path: cached, from: "cache" } : undefined;
}

/** Whether a file is there and may be executed. */
export function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** The first program of this name on PATH. */
export async function programOnPath(name: string): Promise<string | undefined> {
  for (const folder of (process.env["PATH"] ?? "").split(delimiter)) {
    const path = join(folder, name);
    if (isAbsolute(folder) && (await isExecutable(path))) return path;
  }
  return undefined;
}

async function findOnPath(name: ToolName, check: VersionCheck): Promise<string | undefined> {
  const path = await programOnPath(name);
  if (path === undefined) return undefined;
  const { all } = await execa(path, check.args, {
    all: true,
    reject: false,
    timeout: VERSION_TIMEOUT,
    stdin: "ignore",
  });
  return check.accepts.test(all) ? path : undefined;
}

/** Where `pulumi plugin install` puts a provider. */
function pluginPaths(name: ToolName, plugin: string, version: string): string[] {
  const homes = [process.env["PULUMI_HOME"], join(homedir(), ".pulumi")];
  return homes.flatMap((home) =>
    home === undefined || home === ""
      ? []
      : join(home, "plugins", `resource-${plugin}-v${version}`, name),
  );
}
