import { chmod, copyFile, rename, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { describeTool } from "./catalogue.ts";
import { copyWritable } from "./copy-writable.ts";
import { moduleDirectory } from "./go.ts";
import { withInstallLock } from "./install-lock.ts";
import { requireBuildPrerequisites } from "./prerequisites.ts";
import { toolsFolder } from "./tools-folder.ts";

/** Files of Istio that are not programs. */
export interface IstioAssets {
  /** Folder with the Helm charts: `base`, `istio-control/istio-discovery`, `gateway`, … */
  readonly charts: string;
  /** The template from which pilot-agent makes Envoy's bootstrap. */
  readonly bootstrapTemplate: string;
  /** The version of Istio that they and the programs come from. */
  readonly version: string;
}

/**
 * The charts and the bootstrap template of the Istio whose programs are in the catalogue. Copied out
 * of Go's module cache the first time, so that later runs need no Go.
 */
export async function istioAssets(): Promise<IstioAssets> {
  const { version } = describeTool("pilot-discovery");
  const name = `istio-assets-${version}`;
  const folder = join(toolsFolder(), name);
  if (!existsSync(folder)) {
    await requireBuildPrerequisites(["go"]);
    await withInstallLock(
      join(toolsFolder(), ".partial", name),
      () => undefined,
      () => install(folder),
    );
  }
  return {
    charts: join(folder, "charts"),
    bootstrapTemplate: join(folder, "envoy_bootstrap.json"),
    version,
  };
}

async function install(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const { directory } = await moduleDirectory("istio", "istio.io/istio");
  const partial = join(toolsFolder(), ".partial", `istio-assets@${String(process.pid)}`);
  await rm(partial, { recursive: true, force: true });
  await copyWritable(join(directory, "manifests", "charts"), join(partial, "charts"));
  const template = join(directory, "tools", "packaging", "common", "envoy_bootstrap.json");
  await copyFile(template, join(partial, "envoy_bootstrap.json"));
  await chmod(join(partial, "envoy_bootstrap.json"), 0o644);
  await rename(partial, folder);
}
