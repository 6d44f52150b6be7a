import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const fileName = "heddle.check.yaml";

/** The settings file in a folder or above it. */
export function findSettingsFile(folder: string): string | undefined {
  let at = resolve(folder);
  for (;;) {
    const file = join(at, fileName);
    if (existsSync(file)) return file;
    const parent = dirname(at);
    if (parent === at) return undefined;
    at = parent;
  }
}
