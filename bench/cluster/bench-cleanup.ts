import { readFileSync } from "node:fs";
import { readdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { benchError } from "./bench-error.ts";
import { benchesDirectory, type BenchPaths } from "./bench-paths.ts";
import type { BenchState } from "./bench-state.ts";
import { killControlGroups, removeControlGroups } from "./control-groups.ts";
import { removeNetworkNamespace } from "./network-namespace.ts";
import { signalProcess } from "./process-identity.ts";

/** What a rebuilt bench takes over from the one before it: its identity, so that kubeconfigs stay valid. */
const kept = ["pki", "state.json", "kubeconfig", "kubeconfig.inside"];

/**
 * Ends every process of a bench, pods included, and takes its namespaces, mounts and control groups away.
 *
 * @throws HeddleError HED5005 when something does not go
 */
export async function stopEverything(paths: BenchPaths, state?: BenchState): Promise<void> {
  // By record first: whatever happened to the control groups, what we noted is ours.
  for (const record of Object.values(state?.processes ?? {})) signalProcess(record, "SIGKILL");
  const killed = await killControlGroups(paths.controlGroup);
  await removeNetworkNamespace(paths);
  // The bench's mounts die with its mount namespace; this is for those that somebody made on the outside.
  for (const path of mountsBelow([paths.data, paths.run])) {
    await execa("umount", ["--lazy", path], { reject: false });
  }
  const removed = await removeControlGroups(paths.controlGroup);
  if (killed && removed) return;
  throw benchError({
    code: "HED5005",
    message: `processes or control groups ${paths.controlGroup} of the bench ${paths.name} cannot be removed`,
    fix: `find what holds them: grep -l ${paths.controlGroup} /proc/*/cgroup`,
  });
}

/** Removes the files of a bench. `identity: true` keeps certificates, state and kubeconfigs. */
export async function removeFiles(paths: BenchPaths, identity: boolean): Promise<void> {
  await rm(paths.run, { recursive: true, force: true });
  if (!identity) {
    await rm(paths.data, { recursive: true, force: true });
    return;
  }
  for (const entry of await readdir(paths.data).catch(() => [])) {
    if (!kept.includes(entry)) await rm(join(paths.data, entry), { recursive: true, force: true });
  }
}

/** Removes the folder of all benches, and Heddle's above it, when nothing is in them. */
export async function removeBenchesDirectory(): Promise<void> {
  const directory = benchesDirectory();
  await rmdir(directory)
    .then(() => rmdir(dirname(directory)))
    .catch(() => undefined);
}

/** Mount points at or below folders, deepest first, as this process sees them. */
function mountsBelow(folders: readonly string[]): readonly string[] {
  const points = readFileSync("/proc/self/mounts", "utf8")
    .split("\n")
    .map((line) => (line.split(" ")[1] ?? "").replaceAll("\\040", " "));
  return points
    .filter((point) => folders.some((folder) => point === folder || point.startsWith(`${folder}/`)))
    .sort((a, b) => b.length - a.length);
}
