import { realpath } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { isExecutable, programOnPath } from "./find-tool.ts";

/** The file that the Pulumi CLI starts for programs in Node. */
export const LANGUAGE_HOST = "pulumi-language-nodejs";

/**
 * A folder to put on PATH where Pulumi's own language host is not installed: holds the executable
 * `pulumi-language-nodejs`.
 */
export function languageHostDirectory(): string {
  return join(import.meta.dirname, "language-host", "bin");
}

/** The language host's main module: TypeScript in a checkout, JavaScript in the built package. */
export function languageHostMain(): string {
  const extension = extname(fileURLToPath(import.meta.url));
  return join(import.meta.dirname, "language-host", `main${extension}`);
}

/** Whether a Pulumi CLI comes with a language host of its own: beside it or on PATH. */
export async function ownsLanguageHost(pulumi: string): Promise<boolean> {
  if (await isExecutable(join(dirname(await realpath(pulumi)), LANGUAGE_HOST))) return true;
  const ambient = await programOnPath(LANGUAGE_HOST);
  return ambient !== undefined && dirname(await realpath(ambient)) !== languageHostDirectory();
}
