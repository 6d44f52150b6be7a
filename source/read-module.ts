import { createRequire } from "node:module";
import { resolve } from "node:path";
import { statSync } from "node:fs";
import type { Report } from "../diagnostics/index.ts";
import { isPlainObject } from "../model/is-plain-object.ts";

/** Files that are run, not parsed. */
export const modulePattern = /\.[cm]?[jt]s$/;

const require = createRequire(import.meta.url);

/**
 * Runs a TypeScript or JavaScript module and takes its mesh: the export `mesh`, the default one, or the first that looks
 * like one. `undefined` with a finding where there is none.
 */
export function readModule(file: string, report: Report): unknown {
  const fail = (message: string, fix: string): undefined => {
    const position = { file, line: 1, column: 1 };
    report.add({ code: "HED1001", severity: "error", path: [], message, fix, position });
    return undefined;
  };
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    fail(`cannot read ${file}: there is no such file`, "correct the path, or create the file");
    return;
  }
  try {
    const exports: unknown = require(resolve(file));
    const mesh = meshOf(exports);
    if (mesh !== undefined) return mesh;
    fail(`${file} exports no mesh`, "add: export const mesh = defineMesh({ … })");
    return;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    fail(`cannot run ${file}: ${reason}`, `see what this says: node ${file}`);
    return;
  }
}

function meshOf(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null) return undefined;
  const named = exports as Readonly<Record<string, unknown>>;
  const candidates = [named["mesh"], named["default"], ...Object.values(named)];
  return candidates.find(
    (each) => isPlainObject(each) && Object.hasOwn(each, "services") && Object.hasOwn(each, "name"),
  );
}
