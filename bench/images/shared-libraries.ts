import { execa } from "execa";
import type { ImageFile } from "./image-file.ts";

/**
 * The shared libraries and the loader that binaries need, at the paths where the loader looks for them. A static
 * binary needs none.
 *
 * @param binaries paths of executables or libraries on this machine
 */
export async function sharedLibraries(binaries: readonly string[]): Promise<readonly ImageFile[]> {
  const lists = await Promise.all(binaries.map(librariesOf));
  const paths = [...new Set(lists.flat())].sort();
  return paths.map((path) => ({ path, source: path }));
}

async function librariesOf(binary: string): Promise<readonly string[]> {
  // A static binary makes ldd fail with "not a dynamic executable".
  const { stdout } = await execa("ldd", [binary], { reject: false });
  const missing = /^\s*(\S+) => not found/m.exec(stdout)?.[1];
  if (missing)
    throw new Error(`${binary} needs the shared library ${missing}, which is not installed`);
  // "libc.so.6 => /lib/…/libc.so.6 (0x…)" and, for the loader, "/lib64/ld-linux-x86-64.so.2 (0x…)".
  return stdout.split("\n").flatMap((line) => /(?:=> |^\s+)(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}
