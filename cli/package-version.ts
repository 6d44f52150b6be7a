import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version in `package.json`, which is one folder up in a checkout and two in the built package. */
export function packageVersion(): string {
  for (const up of ["..", "../.."]) {
    try {
      const text = readFileSync(join(import.meta.dirname, up, "package.json"), "utf8");
      return (JSON.parse(text) as { version: string }).version;
    } catch {
      continue;
    }
  }
  return "unknown";
}
