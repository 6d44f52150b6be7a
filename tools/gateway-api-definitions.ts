import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { moduleDirectory } from "./go.ts";
import { withInstallLock } from "./install-lock.ts";
import { requireBuildPrerequisites } from "./prerequisites.ts";
import { toolsFolder } from "./tools-folder.ts";

/** Release channels of the Gateway API. */
export type GatewayApiChannel = "standard" | "experimental";

/**
 * Folder with the Gateway API's own definitions of its kinds, of the release that the pinned Istio is built with: what
 * an API server needs before it takes a Gateway or a route. Copied out of Go's module cache the first time.
 */
export async function gatewayApiDefinitions(channel: GatewayApiChannel): Promise<string> {
  const folder = join(toolsFolder(), `gateway-api-${version}`);
  if (!existsSync(folder)) {
    await requireBuildPrerequisites(["go"]);
    await withInstallLock(
      join(toolsFolder(), ".partial", `gateway-api-${version}`),
      () => undefined,
      () => install(folder),
    );
  }
  return join(folder, channel);
}

/** The same as in tools/go/istio/go.mod. */
const version = "1.6.1";

async function install(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const module = await moduleDirectory("istio", "sigs.k8s.io/gateway-api");
  if (module.version !== `v${version}`) {
    throw new Error(`Istio is built with the Gateway API ${module.version}, not v${version}`);
  }
  const partial = join(toolsFolder(), ".partial", `gateway-api@${String(process.pid)}`);
  await rm(partial, { recursive: true, force: true });
  for (const channel of ["standard", "experimental"]) {
    const source = join(module.directory, "config", "crd", channel);
    await mkdir(join(partial, channel), { recursive: true });
    for (const file of (await readdir(source)).filter(isDefinition)) {
      const target = join(partial, channel, file);
      await copyFile(join(source, file), target);
      await chmod(target, 0o644);
    }
  }
  await rename(partial, folder);
}

/** Beside the kinds there is a policy that refuses to change from one channel to the other. */
function isDefinition(file: string): boolean {
  return /^gateway\.networking\.(x-)?k8s\.io_.*s\.yaml$/.test(file) && !file.includes("_vap_");
}
