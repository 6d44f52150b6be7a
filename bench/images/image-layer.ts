import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { posix } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pack, type Pack } from "tar-stream";
import type { ImageFile } from "./image-file.ts";

/** A file with the digest and the size of its content. */
export interface Blob {
  /** `sha256:…` */
  readonly digest: string;
  readonly size: number;
}

const epoch = new Date(0);

/**
 * Writes the files of an image as one uncompressed layer. Equal files give equal bytes: order, times and owners are
 * fixed.
 */
export async function writeLayer(files: readonly ImageFile[], target: string): Promise<Blob> {
  const tar = pack();
  const hash = createHash("sha256");
  let size = 0;
  const written = pipeline(
    tar,
    async function* (source: AsyncIterable<unknown>) {
      for await (const chunk of source) {
        if (!(chunk instanceof Uint8Array)) continue; // a tar stream has no other chunks
        hash.update(chunk);
        size += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(target),
  );
  await Promise.all([fill(tar, withParents(files)), written]);
  return { digest: `sha256:${hash.digest("hex")}`, size };
}

async function fill(tar: Pack, files: readonly ImageFile[]): Promise<void> {
  try {
    for (const file of files) await addFile(tar, file);
    tar.finalize();
  } catch (cause) {
    tar.destroy(cause instanceof Error ? cause : new Error(String(cause)));
    throw cause;
  }
}

async function addFile(tar: Pack, file: ImageFile): Promise<void> {
  const name = file.path.slice(1);
  if ("link" in file) return addEntry(tar, { name, type: "symlink", linkname: file.link });
  if ("directory" in file) {
    return addEntry(tar, { name: `${name}/`, type: "directory", mode: file.mode ?? 0o755 });
  }
  if ("content" in file) {
    const content = Buffer.from(file.content);
    const header = { name, size: content.length, mode: file.mode ?? 0o644 };
    return addEntry(tar, header, Readable.from([content]));
  }
  const { size } = await stat(file.source);
  return addEntry(
    tar,
    { name, size, mode: file.mode ?? 0o755 },
    createReadStream(file.source, { highWaterMark: 1 << 20 }),
  );
}

/** Adds one entry and waits until its content, if it has any, has passed. */
async function addEntry(
  tar: Pack,
  header: Parameters<Pack["entry"]>[0],
  content?: Readable,
): Promise<void> {
  const full = { ...header, mtime: epoch, uid: 0, gid: 0, mode: header.mode ?? 0o777 };
  if (content === undefined) {
    await new Promise<void>((resolve, reject) => {
      tar.entry(full, (error) => {
        if (error) reject(error);
        else resolve();
      });
    });
    return;
  }
  await pipeline(content, tar.entry(full));
}

/** The files in a fixed order, after every folder on the way to them. */
function withParents(files: readonly ImageFile[]): readonly ImageFile[] {
  const all = new Map<string, ImageFile>();
  for (const file of files) {
    for (let path = posix.dirname(file.path); path !== "/"; path = posix.dirname(path)) {
      if (!all.has(path)) all.set(path, { path, directory: true });
    }
    all.set(file.path, file);
  }
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
