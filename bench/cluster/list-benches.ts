import { readdir } from "node:fs/promises";
import { benchesDirectory, isBenchName } from "./bench-paths.ts";

/** Names of the benches that have files or a network namespace on this machine, sorted. */
export async function listBenches(): Promise<readonly string[]> {
  const [folders, namespaces] = await Promise.all([
    readdir(benchesDirectory(), { withFileTypes: true }).catch(() => []),
    readdir("/run/netns").catch(() => []),
  ]);
  const names = new Set([
    ...folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name),
    ...namespaces.flatMap((entry) => (entry.startsWith("heddle-") ? entry.slice(7) : [])),
  ]);
  return [...names].filter(isBenchName).sort();
}
