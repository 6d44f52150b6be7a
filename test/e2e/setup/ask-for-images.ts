import {
  findBench,
  importBenchImages,
  listBenches,
  type BenchImageName,
} from "../../../bench/cluster/index.ts";
import { benchPaths } from "../../../bench/cluster/bench-paths.ts";

/** Gives a bench images that it does not have from the start; any other cluster pulls them itself. */
export async function askForImages(
  kubeconfig: string,
  names: readonly BenchImageName[],
): Promise<void> {
  for (const name of await listBenches()) {
    const bench = await findBench(name).catch(() => undefined);
    if (bench?.kubeconfig !== kubeconfig) continue;
    await importBenchImages(benchPaths(name), names);
  }
}
