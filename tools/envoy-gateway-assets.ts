import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { describeTool } from "./catalogue.ts";
import { copyWritable } from "./copy-writable.ts";
import { moduleDirectory } from "./go.ts";
import { withInstallLock } from "./install-lock.ts";
import { requireBuildPrerequisites } from "./prerequisites.ts";
import { toolsFolder } from "./tools-folder.ts";

/** Files of Envoy Gateway that are not programs. */
export interface EnvoyGatewayAssets {
  /**
   * Folder of its Helm chart, `gateway-helm`. It also holds the kinds of the Gateway API, of its own release: leave them
   * out with `crds.enabled: false` where the cluster has them.
   */
  readonly chart: string;
  /** Folder with the definitions of its own kinds alone. */
  readonly definitions: string;
}

/**
 * The chart of the Envoy Gateway whose program is in the catalogue. Copied out of Go's module cache
 * the first time, so that later runs need no Go.
 */
export async function envoyGatewayAssets(): Promise<EnvoyGatewayAssets> {
  const { version } = describeTool("envoy-gateway");
  const name = `envoy-gateway-assets-${version}`;
  const folder = join(toolsFolder(), name);
  if (!existsSync(folder)) {
    await requireBuildPrerequisites(["go"]);
    await withInstallLock(
      join(toolsFolder(), ".partial", name),
      () => undefined,
      () => install(folder, version),
    );
  }
  const chart = join(folder, "chart");
  return { chart, definitions: join(chart, "charts", "crds", "crds", "generated") };
}

async function install(folder: string, version: string): Promise<void> {
  if (existsSync(folder)) return;
  const { directory } = await moduleDirectory("envoy-gateway", "github.com/envoyproxy/gateway");
  const partial = join(toolsFolder(), ".partial", `envoy-gateway-assets@${String(process.pid)}`);
  await rm(partial, { recursive: true, force: true });
  const chart = join(partial, "chart");
  await copyWritable(join(directory, "charts", "gateway-helm"), chart);
  // A release fills these two in: `make helm-generate`.
  const values = (await readFile(join(chart, "values.tmpl.yaml"), "utf8"))
    .replace("${GatewayImage}", `docker.io/envoyproxy/gateway:v${version}`)
    .replace("${GatewayImagePullPolicy}", "IfNotPresent");
  await writeFile(join(chart, "values.yaml"), values);
  await rename(partial, folder);
}
