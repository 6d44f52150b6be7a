import { join } from "node:path";
import { createReadStream, existsSync } from "node:fs";
import { execa } from "execa";
import type { Readable } from "node:stream";
import { benchError } from "./bench-error.ts";
import { benchPaths } from "./bench-paths.ts";
import type { ComponentName } from "./component.ts";

/** Which log to read. */
export interface BenchLogsOptions {
  /** Name of the bench. Default `dev`. */
  readonly name?: string;
  readonly component: ComponentName;
  /** Goes on with what is written later, until `signal` aborts. Default false. */
  readonly follow?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * The log of a component, from its beginning.
 *
 * @throws HeddleError HED5003 when the component was never started
 */
export function benchLogs({ name = "dev", component, follow, signal }: BenchLogsOptions): Readable {
  const file = join(benchPaths(name).logs, `${component}.log`);
  if (!existsSync(file)) {
    throw benchError({
      code: "HED5003",
      message: `the bench ${name} has no log of ${component}: it was never started`,
      fix: `start the bench: heddle bench up --name ${name}`,
    });
  }
  if (follow !== true) return createReadStream(file);
  const tail = execa("tail", ["--lines=+1", "--follow=name", "--quiet", file], {
    buffer: false,
    reject: false,
    stdin: "ignore",
    ...(signal && { cancelSignal: signal }),
  });
  return tail.stdout;
}
