import languagePb from "@pulumi/pulumi/proto/language_pb.js";
import type { DependencyInfo } from "@pulumi/pulumi/proto/language_pb.js";

import { findUp } from "./find-up.ts";
import { installedPackages, readManifest } from "./installed-packages.ts";

/**
 * The npm packages of a program with their installed versions: those that its package.json names,
 * or all that are installed when `transitive`.
 */
export async function programDependencies(
  directory: string,
  transitive: boolean,
): Promise<DependencyInfo[]> {
  const root = (await findUp(directory, "package.json")) ?? directory;
  const manifest = await readManifest(root);
  const named = { ...manifest?.dependencies, ...manifest?.devDependencies };
  const installed = await installedPackages(directory);
  return installed
    .filter(({ name }) => transitive || name in named)
    .sort((left, right) => left.name.localeCompare(right.name))
    .map(({ name, version }) => new languagePb.DependencyInfo().setName(name).setVersion(version));
}
