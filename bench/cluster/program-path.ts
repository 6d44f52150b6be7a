import { fileURLToPath } from "node:url";

/** Path of a program that lies beside a module, in the sources (`.ts`) and in the built package (`.js`) alike. */
export function programPath(name: string, moduleUrl: string): string {
  const extension = moduleUrl.endsWith(".ts") ? ".ts" : ".js";
  return fileURLToPath(new URL(`./${name}${extension}`, moduleUrl));
}
