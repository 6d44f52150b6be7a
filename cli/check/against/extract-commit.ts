import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, sep } from "node:path";
import type { Diagnostic } from "../../../diagnostics/index.ts";
import {
  listCommit,
  pathInRepository,
  readBlobs,
  type GitCommit,
  type GitFile,
} from "./git-files.ts";

/** Files of a commit in a folder of their own. */
export interface ExtractedCommit {
  readonly folder: string;
  /** Where a path of the working tree is in that folder; undefined where the commit does not have it. */
  readonly placeOf: (path: string) => string | undefined;
  readonly remove: () => void;
}

const modulePattern = /\.[cm]?[jt]s$/;
const manifestPattern = /\.(?:ya?ml|json)$/i;

/**
 * Writes the files below some paths, as a commit has them, into a temporary folder: nothing of the working tree moves.
 * Of folders it is YAML and JSON, which is all that is read of them; a mesh in a module gets the whole tree, because a
 * module imports others, and the packages that are installed now.
 */
export async function extractCommit(
  commit: GitCommit,
  paths: readonly string[],
): Promise<ExtractedCommit> {
  const folder = mkdtempSync(join(tmpdir(), "heddle-against-"));
  const all = paths.some((path) => modulePattern.test(path));
  const wanted = all ? [""] : paths.map((path) => pathInRepository(commit, path) ?? "");
  const files = new Map<string, GitFile>();
  for (const path of new Set(wanted)) {
    for (const file of await listCommit(commit, path)) {
      const needed = all || file.path === path || manifestPattern.test(file.path);
      // A hand-made tree can hold names that lead out of the folder.
      if (needed && join(folder, file.path).startsWith(folder + sep)) files.set(file.path, file);
    }
  }
  const list = [...files.values()];
  const contents = await readBlobs(commit, list);
  for (const [index, { path }] of list.entries()) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, contents[index] ?? "");
  }
  const packages = join(commit.root, "node_modules");
  if (all && existsSync(packages)) symlinkSync(packages, join(folder, "node_modules"));
  return {
    folder,
    placeOf: (path) => {
      const inside = pathInRepository(commit, path);
      const place = inside === undefined ? undefined : join(folder, inside);
      return place !== undefined && existsSync(place) ? place : undefined;
    },
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Paths that no commit can have. */
export function outsideRepository(
  commit: GitCommit,
  paths: readonly string[],
  ref: string,
): readonly Diagnostic[] {
  return paths.flatMap((path): Diagnostic[] => {
    if (path !== "-" && pathInRepository(commit, path) !== undefined) return [];
    const what = path === "-" ? "standard input" : path;
    return [
      {
        code: "HED1062",
        severity: "error",
        path: [],
        message: `${what} is not in the repository, so that git has no state of it at ${ref}`,
        fix: "name a file or a folder with what is deployed now: --against old.yaml",
      },
    ];
  });
}
