import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

/** A script that ran. */
export interface LoadedBundle {
  readonly exports: unknown;
  /**
   * Keeps what was compiled until now for the next run, where nothing was kept yet. Node's own cache has only what runs
   * while modules load; most of a short command would be the compiling of everything else.
   */
  readonly keepCode: () => void;
}

/** Where a script's compiled code is kept, and which part of it: each command runs its own functions. */
export interface CodePlace {
  readonly folder: string;
  readonly part: string;
}

type Wrapper = (
  exports: object,
  require: NodeJS.Require,
  module: { exports: unknown },
  placeOf: (path: readonly string[]) => readonly [folder: string, file: string, url: string],
) => void;

/** Runs a script of `writeScript`; its sources find what lies beside them below `root`. */
export function loadBundle(
  script: string,
  root: string,
  { folder, part }: CodePlace,
): LoadedBundle {
  // Code fits one version of V8 and one set of its flags.
  const kept = join(folder, `${part}-${cachedDataVersionTag().toString(16)}.code`);
  const cachedData = readIfThere(kept);
  const text = `(function (exports, require, module, __placeOf) {${readFileSync(script, "latin1")}\n})`;
  const compiled = new Script(text, {
    filename: script,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  const wrapper = compiled.runInThisContext() as Wrapper;
  const module = { exports: {} as unknown };
  wrapper(module.exports as object, createRequire(script), module, (path) => {
    const file = join(root, ...path);
    return [dirname(file), file, pathToFileURL(file).href];
  });
  const isKept = cachedData !== undefined && compiled.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keepCode: () => {
      if (!isKept) writeWhole(kept, compiled.createCachedData());
    },
  };
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Nothing is lost where it cannot be written: the next run compiles again. */
function writeWhole(file: string, content: Buffer): void {
  const draft = `${file}.${String(process.pid)}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, content);
    renameSync(draft, file);
  } catch {
    // A folder of somebody else's, or a full disk.
  }
}
