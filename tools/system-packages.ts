import { execa } from "execa";

import { isExecutable, programOnPath } from "./find-tool.ts";
import { throwMissing } from "./prerequisites.ts";
import type { Prerequisite } from "./prerequisites.ts";

/** A Debian package that the bench needs, and the program that shows that it is there. */
interface SystemPackage {
  readonly package: string;
  /** A program on PATH, or an absolute path. */
  readonly program: string;
}

const packages: readonly SystemPackage[] = [
  { package: "containerd", program: "containerd" },
  { package: "runc", program: "runc" },
  { package: "containernetworking-plugins", program: "/usr/lib/cni/bridge" },
  { package: "iptables", program: "iptables" },
  { package: "conntrack", program: "conntrack" },
  { package: "iproute2", program: "ip" },
  { package: "openssl", program: "openssl" },
  { package: "util-linux", program: "nsenter" },
];

/** System folders that a user's PATH often lacks. */
const SYSTEM_FOLDERS = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/** How long apt may wait for another apt, in seconds. */
const APT_LOCK_TIMEOUT = 300;

/**
 * Makes the system's part of the bench ready: installs what is missing with apt where we are root
 * and apt is there, and returns the packages it installed. Throws HED5001 that names everything
 * that is missing, root included, and the command that installs it.
 */
export async function ensureSystemPackages(): Promise<readonly string[]> {
  return ensurePackages(packages);
}

/** Path of the Redis server, which only a bench that counts limits needs. Throws HED5001 as `ensureSystemPackages`. */
export async function ensureRedis(): Promise<string> {
  const program = "/usr/bin/redis-server";
  const other = await programOnPath("redis-server");
  if (other !== undefined) return other;
  await ensurePackages([{ package: "redis-server", program }]);
  return program;
}

/** Path of systemd's own checker of units, which runs also where systemd does not. Throws HED5001 as `ensureSystemPackages`. */
export async function ensureSystemdAnalyze(): Promise<string> {
  const program = "/usr/bin/systemd-analyze";
  await ensurePackages([{ package: "systemd", program }]);
  return program;
}

/** Path of systemd itself. Throws HED5001 as `ensureSystemPackages`. */
export async function ensureSystemd(): Promise<string> {
  const program = "/usr/lib/systemd/systemd";
  await ensurePackages([{ package: "systemd", program }]);
  return program;
}

async function ensurePackages(wanted: readonly SystemPackage[]): Promise<readonly string[]> {
  const missing = await missingPackages(wanted);
  const isRoot = process.getuid?.() === 0;
  const apt = await programOnPath("apt-get");
  if (missing.length > 0 && isRoot && apt !== undefined) {
    await aptInstall(
      apt,
      missing.map((each) => each.package),
    );
    throwMissing((await missingPackages(wanted)).map(prerequisite));
    return missing.map((each) => each.package);
  }
  throwMissing([...(isRoot ? [] : [root]), ...missing.map(prerequisite)]);
  return [];
}

const root: Prerequisite = {
  name: "root",
  got: "another user",
  command: "run the command again as root: the bench makes network namespaces and mounts",
};

function prerequisite({ package: name, program }: SystemPackage): Prerequisite {
  return {
    name,
    got: `no "${program}"`,
    command: `run "apt-get update && apt-get install --no-install-recommends ${name}" as root`,
  };
}

async function missingPackages(wanted: readonly SystemPackage[]): Promise<SystemPackage[]> {
  const present = await Promise.all(wanted.map(({ program }) => isInstalled(program)));
  return wanted.filter((_, index) => present[index] !== true);
}

async function isInstalled(program: string): Promise<boolean> {
  if (program.startsWith("/")) return isExecutable(program);
  if ((await programOnPath(program)) !== undefined) return true;
  const found = await Promise.all(
    SYSTEM_FOLDERS.map((folder) => isExecutable(`${folder}/${program}`)),
  );
  return found.includes(true);
}

async function aptInstall(apt: string, names: readonly string[]): Promise<void> {
  const install = (): Promise<{ exitCode?: number }> =>
    execa(
      apt,
      [
        ...["-o", `DPkg::Lock::Timeout=${String(APT_LOCK_TIMEOUT)}`],
        ...["install", "--yes", "--no-install-recommends", ...names],
      ],
      { env: { DEBIAN_FRONTEND: "noninteractive" }, reject: false, stdin: "ignore" },
    );
  if ((await install()).exitCode === 0) return;
  // The package lists of a fresh machine are empty or old.
  await execa(apt, ["update"], { reject: false, stdin: "ignore" });
  await install(); // What is still missing is named by the caller.
}
