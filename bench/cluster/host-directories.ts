import { mkdir, readdir, readFile, rm, rmdir, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { benchesDirectory, type BenchPaths } from "./bench-paths.ts";

/**
 * Paths that kubelet, containerd and the CNI plugins have built in, and the folder of the bench that each of them
 * shows inside the bench's mount namespace. The machine's own folders of these names are never touched.
 */
export function hostDirectories(paths: BenchPaths): ReadonlyMap<string, string> {
  return new Map([
    ["/run/containerd", join(paths.run, "containerd")],
    ["/var/lib/kubelet", join(paths.data, "kubelet")],
    ["/var/lib/cni", join(paths.data, "cni")],
    ["/var/log/containers", join(paths.logs, "containers")],
    ["/var/log/pods", join(paths.logs, "pods")],
  ]);
}

/** Folders that must exist on the machine: the mount points, and the one of network namespaces. */
function requiredDirectories(paths: BenchPaths): readonly string[] {
  return ["/run/netns", "/run/heddle", ...hostDirectories(paths).keys()];
}

/** Creates what is missing on the machine and remembers it, for the last bench to take away. */
export async function createHostDirectories(paths: BenchPaths): Promise<void> {
  const missing = requiredDirectories(paths).filter((path) => !existsSync(path));
  if (missing.length > 0) {
    const created = new Set([...(await readCreated()), ...missing]);
    await writeFile(recordFile(), `${JSON.stringify([...created])}\n`);
  }
  for (const path of missing) await mkdir(path, { recursive: true });
  await mkdir(paths.run, { recursive: true, mode: 0o700 });
  for (const source of hostDirectories(paths).values()) await mkdir(source, { recursive: true });
}

/** Takes away the folders that benches created on the machine, when this was the last bench. */
export async function removeHostDirectories(): Promise<void> {
  // Removing a mount point would silently detach it in the mount namespace of a bench that still runs.
  if (await isAnotherBenchUp()) return;
  for (const path of await readCreated()) await rmdir(path).catch(() => undefined);
  await rm(recordFile(), { force: true });
}

/** Files that list what was created, in the folder of all benches. */
function recordFile(): string {
  return join(benchesDirectory(), "host-directories.json");
}

async function isAnotherBenchUp(): Promise<boolean> {
  const entries = await readdir("/run/netns").catch(() => []);
  return entries.some((entry) => entry.startsWith("heddle-"));
}

async function readCreated(): Promise<readonly string[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(recordFile(), "utf8"));
    return Array.isArray(parsed) ? parsed.filter((path) => typeof path === "string") : [];
  } catch {
    return [];
  }
}
