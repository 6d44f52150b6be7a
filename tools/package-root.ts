import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The root of Heddle's own package: two folders above in the sources, one more in the built package,
 * where the Go modules stay outside of `dist/`.
 */
export function packageRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "tools", "go"))) return folder;
    if (dirname(folder) === folder) throw new Error("the package is incomplete: no tools/go");
  }
}
