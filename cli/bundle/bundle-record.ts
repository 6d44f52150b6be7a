import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A file that went into a bundle, as it was then. */
export type InputStamp = readonly [path: string, size: number, modified: number];

/** What is known of the newest bundle. */
export interface BundleRecord {
  /** The script that stands for `cli/run-command-line.ts`. */
  readonly entry: string;
  /** Every source that is in it or makes it, and the lock file that stands for the packages. */
  readonly inputs: readonly InputStamp[];
}

/** Where a checkout keeps its bundles: beside the packages that they import, and gone with them. */
export function bundleFolder(root: string): string {
  return join(root, "node_modules", ".cache", "heddle", "cli");
}

/** The record beside the bundles; it is replaced as a whole. Another form of bundle has another name. */
export function recordFile(root: string): string {
  return join(bundleFolder(root), "script.json");
}

/** How a file is now; `undefined` when it is not there. Size and time tell a change as surely as `make` needs it. */
export function stampOf(path: string): InputStamp | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? undefined : [path, found.size, found.mtimeMs];
}

/** The entry of a bundle that was made of the sources as they are now, or `undefined`. */
export function freshBundle(root: string): string | undefined {
  try {
    // Written by `writeBundle` alone; a broken one throws or does not fit, and the sources are used.
    const record = JSON.parse(readFileSync(recordFile(root), "utf8")) as BundleRecord;
    const unchanged = record.inputs.every(([path, size, modified]) => {
      const now = stampOf(path);
      return now?.[1] === size && now[2] === modified;
    });
    return unchanged && stampOf(record.entry) !== undefined ? record.entry : undefined;
  } catch {
    return undefined;
  }
}
