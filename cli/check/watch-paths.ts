import { statSync, watch } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Editors write a file in several steps; one check is enough for them. */
const settle = 100;

/** Runs a check now and after every change below the paths, until the process is interrupted. */
export async function watchPaths(
  paths: readonly string[],
  check: () => Promise<unknown>,
): Promise<void> {
  let wake = Promise.withResolvers<undefined>();
  const watchers = paths.map((path) => {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    // An editor replaces a file by another one, so that its folder is watched.
    return watch(isFolder ? path : dirname(path), { recursive: isFolder }, () => {
      wake.resolve(undefined);
    });
  });
  process.once("SIGINT", () => {
    for (const each of watchers) each.close();
    process.exit(0);
  });
  for (;;) {
    await check();
    await wake.promise;
    await wait(settle);
    wake = Promise.withResolvers<undefined>();
  }
}
