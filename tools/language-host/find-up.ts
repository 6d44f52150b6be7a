import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

/** The nearest folder, from `directory` upwards, that holds `entry` (a relative path). */
export async function findUp(directory: string, entry: string): Promise<string | undefined> {
  for (const folder of foldersUp(directory)) {
    const present = await access(join(folder, entry)).then(
      () => true,
      () => false,
    );
    if (present) return folder;
  }
  return undefined;
}

/** A folder and every folder above it, nearest first. */
export function foldersUp(directory: string): string[] {
  const folders: string[] = [];
  for (let folder = resolve(directory); ; folder = dirname(folder)) {
    folders.push(folder);
    if (dirname(folder) === folder) return folders;
  }
}
