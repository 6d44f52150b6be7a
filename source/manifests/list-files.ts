import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../diagnostics/index.ts";
import { readFailure } from "./read-failure.ts";

/** A file to read. `named` ones were given by name: what is in them must be objects. */
export interface ListedFile {
  readonly file: string;
  readonly named: boolean;
}

/** Only `Kustomization` has no ending. */
const manifestPattern = /\.(?:ya?ml|json)$|^Kustomization$/i;
const skippedFolders: ReadonlySet<string> = new Set(["node_modules"]);

/** The files of paths, in order: a file as it is, a folder with all YAML and JSON below it; `-` is standard input. */
export function listFiles(paths: readonly string[], report: Report): readonly ListedFile[] {
  return paths.flatMap((path): ListedFile[] => {
    if (path === "-") return [{ file: path, named: true }];
    try {
      if (!statSync(path).isDirectory()) return [{ file: path, named: true }];
      return walk(path).map((file) => ({ file, named: false }));
    } catch (error) {
      report.add(readFailure(path, error));
      return [];
    }
  });
}

/** Links to folders are not followed: they could lead in a circle. */
function walk(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name.startsWith(".") || skippedFolders.has(entry.name) ? [] : walk(path);
    }
    const isFile = entry.isFile() || entry.isSymbolicLink();
    return isFile && manifestPattern.test(entry.name) ? [path] : [];
  });
}
