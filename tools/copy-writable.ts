import { chmod, copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Copies a folder of Go's module cache without its read-only modes, which would forbid removing it. */
export async function copyWritable(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await copyWritable(source, target);
    if (!entry.isFile()) continue;
    await copyFile(source, target);
    await chmod(target, 0o644);
  }
}
