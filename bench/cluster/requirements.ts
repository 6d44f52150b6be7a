import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureSystemPackages } from "../../tools/index.ts";
import { benchError } from "./bench-error.ts";
import { systemEnvironment } from "./system-environment.ts";

/** Programs of the base system that a slim machine may lack, and the Debian package of each. */
const basePrograms = {
  openssl: "openssl",
  nsenter: "util-linux",
  unshare: "util-linux",
  mount: "mount",
} as const;

/**
 * Makes sure that this machine can hold a bench: Linux, root, the system's programs (installed where that is
 * possible).
 *
 * @throws HeddleError HED5001 that names everything that is missing and the command that installs it
 */
export async function ensureRequirements(): Promise<void> {
  if (process.platform !== "linux") {
    throw benchError({
      code: "HED5001",
      message: `a bench needs Linux, for namespaces and control groups; this is ${process.platform}`,
      fix: "run it in a Linux virtual machine, or set KUBECONFIG to use a cluster of your own",
    });
  }
  await ensureSystemPackages();
  const missing = Object.entries(basePrograms).filter(([program]) => !isOnPath(program));
  if (missing.length === 0) return;
  const packages = new Set(missing.map(([, name]) => name));
  throw benchError({
    code: "HED5001",
    message: `a bench needs programs that are not installed: ${missing.map(([program]) => program).join(", ")}`,
    fix: `run "apt-get update && apt-get install --no-install-recommends ${[...packages].join(" ")}" as root`,
  });
}

/**
 * Checks for the rights that everything about namespaces, mounts and control groups needs.
 *
 * @throws HeddleError HED5001 for another user than root
 */
export function requireRoot(): void {
  if (process.getuid?.() === 0) return;
  throw benchError({
    code: "HED5001",
    message: "a bench needs root, for namespaces and mounts; got another user",
    fix: "run the command again with sudo",
  });
}

function isOnPath(program: string): boolean {
  const directories = systemEnvironment().PATH.split(delimiter);
  return directories.some((directory) => existsSync(join(directory, program)));
}
