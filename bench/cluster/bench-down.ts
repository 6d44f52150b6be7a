import { existsSync } from "node:fs";
import { removeBenchesDirectory, removeFiles, stopEverything } from "./bench-cleanup.ts";
import { withBenchLock, withHostLock } from "./bench-lock.ts";
import { benchPaths } from "./bench-paths.ts";
import { currentBootId, readBenchState } from "./bench-state.ts";
import { groupDirectories } from "./control-groups.ts";
import { removeHostDirectories } from "./host-directories.ts";
import { requireRoot } from "./requirements.ts";

/**
 * Removes a bench: processes, pods, namespaces, mounts, control groups and files. Works on what a failed or
 * interrupted start left, too.
 *
 * @returns whether there was anything to remove
 * @throws HeddleError HED5005 when something cannot be removed, HED5001 without the rights to, HED1009 for a name
 *   that is not allowed
 */
export async function benchDown({ name = "dev" }: { readonly name?: string }): Promise<boolean> {
  const paths = benchPaths(name);
  const traces = [paths.data, paths.run, paths.netns].filter((path) => existsSync(path));
  if (traces.length === 0 && groupDirectories(paths.controlGroup).length === 0) return false;
  requireRoot();
  await withBenchLock(name, async () => {
    const state = await readBenchState(paths);
    // Pids of an earlier boot belong to others now.
    const ours = state?.bootId === (await currentBootId()) ? state : undefined;
    await stopEverything(paths, ours);
    await removeFiles(paths, false);
    await withHostLock(removeHostDirectories);
  });
  await removeBenchesDirectory();
  return true;
}
