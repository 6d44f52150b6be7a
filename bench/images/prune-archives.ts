import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** How many archives of one image stay: the newest, and a few for other checkouts and versions. */
const keep = 4;

/** An archive that was made this recently may still be on its way into a bench, in milliseconds. */
const untouchable = 15 * 60 * 1000;

/**
 * Removes old archives of one image: each is as large as the image, and a new one is made with every change of it.
 *
 * @param prefix how the names of the image's archives begin
 */
export async function pruneArchives(directory: string, prefix: string): Promise<void> {
  const names = (await readdir(directory)).filter(
    (name) => name.startsWith(prefix) && name.endsWith(".tar"),
  );
  const archives = await Promise.all(
    names.map(async (name) => ({
      name,
      time: await stat(join(directory, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0, // another run removed it
      ),
    })),
  );
  const old = archives.sort((a, b) => b.time - a.time).slice(keep);
  for (const { name, time } of old) {
    if (Date.now() - time < untouchable) continue;
    const base = join(directory, name.slice(0, -".tar".length));
    // The note that the archive is complete goes first.
    await rm(`${base}.digest`, { force: true });
    await rm(`${base}.tar`, { force: true });
  }
}
