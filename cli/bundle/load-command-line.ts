import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as CommandLine from "../run-command-line.ts";
import { freshBundle } from "./bundle-record.ts";
import { loadBundle } from "./load-bundle.ts";

/** The command line, ready to run. */
export interface LoadedCommandLine {
  readonly runCommandLine: typeof CommandLine.runCommandLine;
  /** Keeps what was compiled, for the next run. */
  readonly keepCode: () => void;
}

/**
 * Loads the command line as one script: reading several hundred files one by one would be most of a short command. The
 * published package brings the script; in a checkout it is made of the sources as they are, when one of them changed.
 * Where there is none (a folder that is not ours, sources that do not compile) the modules themselves run and say what
 * is wrong; so they do with `HEDDLE_DEBUG`, for the sake of readable traces.
 *
 * @param here the file of `main`.
 * @param command the first argument, if any.
 * @param cache the folder for compiled code of the published package.
 */
export async function loadCommandLine(
  here: string,
  command: string | undefined,
  cache: string,
): Promise<LoadedCommandLine> {
  const extension = here.slice(here.lastIndexOf("."));
  const root = dirname(dirname(here));
  const find = extension === ".ts" ? () => ownScript(root) : () => packagedScript(here, cache);
  const script = process.env["HEDDLE_DEBUG"] ? undefined : await find();
  if (script === undefined) {
    const plain = pathToFileURL(join(dirname(here), `run-command-line${extension}`)).href;
    const { runCommandLine } = (await import(plain)) as typeof CommandLine;
    return { runCommandLine, keepCode: () => undefined };
  }
  const part = command !== undefined && /^[a-z]+$/.test(command) ? command : "other";
  const { exports, keepCode } = loadBundle(script.file, root, { folder: script.codeFolder, part });
  return { runCommandLine: (exports as typeof CommandLine).runCommandLine, keepCode };
}

interface FoundScript {
  readonly file: string;
  /** Where its compiled code is kept. */
  readonly codeFolder: string;
}

async function ownScript(root: string): Promise<FoundScript | undefined> {
  try {
    const file = freshBundle(root) ?? (await (await import("./write-bundle.ts")).writeBundle(root));
    return { file, codeFolder: dirname(file) };
  } catch {
    return undefined;
  }
}

/** Its own folder may be anybody's. Size and time tell the script from that of another version. */
function packagedScript(here: string, cache: string): FoundScript | undefined {
  const file = join(dirname(here), "command-line.cjs");
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return undefined;
  const stamp = `${String(found.size)}-${String(Math.trunc(found.mtimeMs))}`;
  return { file, codeFolder: join(cache, stamp) };
}
