import { chmod, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";

import { HeddleError } from "../diagnostics/index.ts";
import { buildGoTool } from "./build-go-tool.ts";
import type { Tool } from "./catalogue.ts";
import { isExecutable } from "./find-tool.ts";
import { withInstallLock } from "./install-lock.ts";
import { installedPath, toolKey, toolsFolder } from "./tools-folder.ts";
import { unpackWheelTool } from "./unpack-wheel-tool.ts";

/** Where unfinished work lies: in the same file system, so that it is moved in place as a whole. */
const PARTIAL = ".partial";

/** What installing needs to know of a tool. */
export type InstallableTool = Pick<Tool, "version" | "source"> & { readonly name: string };

/**
 * Builds a tool into the cache, unless another process did so meanwhile: then `onBuild` is not
 * called. Throws HED5002 with the compiler's last lines when it does not build.
 */
export async function installTool(
  tool: InstallableTool,
  on: { readonly wait: () => void; readonly build: () => void },
): Promise<void> {
  const { name, version } = tool;
  const key = toolKey(name, version);
  const installed = installedPath(name, version);
  await withInstallLock(join(toolsFolder(), PARTIAL, key), on.wait, async () => {
    if (await isExecutable(installed)) return;
    on.build();
    const folder = await freshFolder(key);
    try {
      await buildInto(tool, folder);
      await rm(join(toolsFolder(), key), { recursive: true, force: true });
      await rename(join(folder, "result"), join(toolsFolder(), key));
    } catch (error) {
      throw buildError(tool, error);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function buildInto(tool: InstallableTool, folder: string): Promise<void> {
  const { name, source, version } = tool;
  const output = join(folder, "result", name);
  await mkdir(join(folder, "result"));
  if (source.kind === "go") await buildGoTool(source, version, output, folder);
  else await unpackWheelTool(source, version, output, folder);
  await chmod(output, 0o755);
}

/** An empty folder to work in; what killed runs left of the same tool goes away. */
async function freshFolder(key: string): Promise<string> {
  const parent = join(toolsFolder(), PARTIAL);
  const left = (await readdir(parent)).filter((entry) => entry.startsWith(`${key}@`));
  await Promise.all(left.map((entry) => rm(join(parent, entry), { recursive: true, force: true })));
  const folder = join(parent, `${key}@${String(process.pid)}`);
  await mkdir(folder);
  return folder;
}

function buildError({ name, version }: InstallableTool, error: unknown): HeddleError {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.trim().split("\n").slice(-12).join("\n  ");
  return new HeddleError([
    {
      code: "HED5002",
      severity: "error",
      path: ["tools", name],
      message: `${toolKey(name, version)} could not be built:\n  ${lines}`,
      fix: `correct what the compiler says and run "npm run tools ${name}"; finished parts are kept`,
    },
  ]);
}
