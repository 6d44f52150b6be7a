import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";

import { findUp } from "./find-up.ts";

const NAMES = ["npm", "pnpm", "yarn", "bun"] as const;

/** A package manager that `runtime.options.packagemanager` may name. */
export type PackageManagerName = (typeof NAMES)[number];

const LOCK_FILES: readonly (readonly [string, PackageManagerName])[] = [
  ["package-lock.json", "npm"],
  ["pnpm-lock.yaml", "pnpm"],
  ["yarn.lock", "yarn"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
];

/** Whether a value from a project file names a package manager we can run. */
export function isPackageManagerName(value: unknown): value is PackageManagerName {
  return NAMES.some((name) => name === value);
}

/** The package manager whose lock file is nearest above the program; npm when there is none. */
export async function detectPackageManager(directory: string): Promise<PackageManagerName> {
  const found = await Promise.all(
    LOCK_FILES.map(async ([file, name]) => ({ name, at: await findUp(directory, file) })),
  );
  // The nearest lock file has the longest path; among equals the order above decides.
  const nearest = found
    .filter((candidate) => candidate.at !== undefined)
    .reduce<(typeof found)[number] | undefined>(
      (best, next) => ((next.at?.length ?? 0) > (best?.at?.length ?? 0) ? next : best),
      undefined,
    );
  return nearest?.name ?? "npm";
}

/** The arguments with which a package manager installs what package.json asks for. */
export function installArguments(name: PackageManagerName): readonly string[] {
  return name === "npm" ? ["install", "--loglevel=error", "--no-fund", "--no-audit"] : ["install"];
}

/** The package managers on PATH. */
export async function installedPackageManagers(path: string): Promise<PackageManagerName[]> {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  const present = await Promise.all(
    NAMES.map(async (name) => {
      const checks = folders.map((folder) => access(join(folder, name), constants.X_OK));
      return (await Promise.allSettled(checks)).some((check) => check.status === "fulfilled");
    }),
  );
  return NAMES.filter((_, index) => present[index]);
}
