import { execa } from "execa";
import { z } from "zod";
import type { BenchPaths } from "./bench-paths.ts";
import { programPath } from "./program-path.ts";

/**
 * Asks health addresses, unix sockets by their path and name servers (`dns://server/name`) from inside the network
 * namespace. All false when there is no namespace.
 */
export async function probe(
  paths: BenchPaths,
  targets: readonly string[],
): Promise<readonly boolean[]> {
  const { stdout, failed } = await execa(
    "nsenter",
    [
      `--net=${paths.netns}`,
      "--",
      process.execPath,
      programPath("probe-process", import.meta.url),
      ...targets,
    ],
    { reject: false, timeout: 10_000 },
  );
  return failed ? targets.map(() => false) : z.array(z.boolean()).parse(JSON.parse(stdout));
}
