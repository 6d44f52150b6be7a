import pluginPb from "@pulumi/pulumi/proto/plugin_pb.js";
import type { PackageDependency, PluginDependency } from "@pulumi/pulumi/proto/plugin_pb.js";

import { installedPackages } from "./installed-packages.ts";
import type { Manifest } from "./installed-packages.ts";

/** The providers behind the SDKs that a program has installed, as the engine wants them. */
export async function requiredPackages(directory: string): Promise<PackageDependency[]> {
  const manifests = await installedPackages(directory);
  return manifests.flatMap((manifest) => packageDependency(manifest) ?? []);
}

/** The same for an engine that asks the older question. */
export async function requiredPlugins(directory: string): Promise<PluginDependency[]> {
  return (await requiredPackages(directory)).map((found) =>
    new pluginPb.PluginDependency()
      .setName(found.getName())
      .setKind(found.getKind())
      .setVersion(found.getVersion())
      .setServer(found.getServer()),
  );
}

function packageDependency({ name, version, pulumi }: Manifest): PackageDependency | undefined {
  if (pulumi?.resource !== true) return undefined;
  const plugin = pulumi.name ?? (name.startsWith("@pulumi/") ? name.slice(8) : undefined);
  if (plugin === undefined) return undefined;
  const wanted = pulumi.version ?? version;
  const found = new pluginPb.PackageDependency()
    .setName(plugin)
    .setKind("resource")
    .setVersion(wanted.startsWith("v") ? wanted : `v${wanted}`)
    .setServer(pulumi.server ?? "");
  if (pulumi.parameterization !== undefined) {
    const { name, version, value } = pulumi.parameterization;
    const parameters = new pluginPb.PackageParameterization();
    found.setParameterization(parameters.setName(name).setVersion(version).setValue(value));
  }
  return found;
}
