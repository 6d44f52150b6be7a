import { benchError } from "./bench-error.ts";
import { benchPaths } from "./bench-paths.ts";
import { readBenchState } from "./bench-state.ts";
import { describeBench } from "./bench-up.ts";
import type { Bench } from "./bench.ts";

/**
 * The bench of a name, as it was started; whether it is ready is told by `benchStatus`.
 *
 * @throws HeddleError HED5003 when nothing was started under this name
 */
export async function findBench(name = "dev"): Promise<Bench> {
  const paths = benchPaths(name);
  const state = await readBenchState(paths);
  if (state !== undefined) return describeBench(paths, state);
  throw benchError({
    code: "HED5003",
    message: `there is no bench ${name} on this machine`,
    fix: `start it: heddle bench up --name ${name}`,
  });
}
