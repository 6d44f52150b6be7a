import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { arch, homedir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { pack } from "tar-stream";
import type { ImageArchive, ImageFile, ImageSpec } from "./image-file.ts";
import { pruneArchives } from "./prune-archives.ts";
import { writeLayer, type Blob } from "./image-layer.ts";

/** Changes when the archive of an unchanged image would come out differently. */
const formatVersion = 1;

/** Folder of the archives: `${XDG_CACHE_HOME:-~/.cache}/heddle/images`. */
export function imageCache(): string {
  const cache = process.env["XDG_CACHE_HOME"];
  return join(cache ? cache : join(homedir(), ".cache"), "heddle", "images");
}

/**
 * Makes an image as an OCI archive, or finds it in the user's cache: the cache's key is what goes into the image, by
 * path, size and time of change for files on this machine.
 *
 * @throws Error when a source file cannot be read
 */
export async function imageArchive(spec: ImageSpec): Promise<ImageArchive> {
  const reference = `${spec.name}:${spec.tag}`;
  const prefix = `${spec.name.replaceAll("/", "_")}-`;
  const base = join(imageCache(), `${prefix}${await cacheKey(spec)}`);
  const path = `${base}.tar`;
  const known = await readFile(`${base}.digest`, "utf8").catch(() => undefined);
  if (known !== undefined) return { reference, digest: known, path };
  await mkdir(imageCache(), { recursive: true });
  const draft = `${base}.${randomUUID()}`;
  try {
    const digest = await writeArchive(spec, draft);
    await rename(draft, path);
    // Written last: it says that the archive beside it is complete.
    await writeFile(`${draft}.digest`, digest);
    await rename(`${draft}.digest`, `${base}.digest`);
    await pruneArchives(imageCache(), prefix);
    return { reference, digest, path };
  } finally {
    await rm(draft, { force: true });
    await rm(`${draft}.layer`, { force: true });
  }
}

async function cacheKey(spec: ImageSpec): Promise<string> {
  const files = await Promise.all(spec.files.map(describeFile));
  const text = JSON.stringify({ ...spec, files, formatVersion });
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}

async function describeFile(file: ImageFile): Promise<object> {
  if ("content" in file) {
    return { ...file, content: createHash("sha256").update(file.content).digest("hex") };
  }
  if (!("source" in file)) return file;
  const { size, mtimeMs } = await stat(file.source);
  return { ...file, size, mtimeMs };
}

/** Writes the archive and returns the digest of its manifest. */
async function writeArchive(spec: ImageSpec, target: string): Promise<string> {
  const layerFile = `${target}.layer`;
  const layer = await writeLayer(spec.files, layerFile);
  const config = JSON.stringify(imageConfig(spec, layer));
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: "application/vnd.oci.image.manifest.v1+json",
    config: { mediaType: "application/vnd.oci.image.config.v1+json", ...blobOf(config) },
    layers: [{ mediaType: "application/vnd.oci.image.layer.v1.tar", ...layer }],
  });
  const index = JSON.stringify({
    schemaVersion: 2,
    manifests: [
      {
        mediaType: "application/vnd.oci.image.manifest.v1+json",
        ...blobOf(manifest),
        annotations: { "io.containerd.image.name": `${spec.name}:${spec.tag}` },
      },
    ],
  });
  const tar = pack();
  const written = pipeline(tar, createWriteStream(target));
  tar.entry({ name: "oci-layout" }, JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  tar.entry({ name: "index.json" }, index);
  for (const text of [config, manifest]) tar.entry({ name: blobPath(blobOf(text)) }, text);
  const entry = tar.entry({ name: blobPath(layer), size: layer.size });
  const copied = pipeline(createReadStream(layerFile, { highWaterMark: 1 << 20 }), entry);
  await Promise.all([
    copied.then(() => {
      tar.finalize();
    }),
    written,
  ]);
  return blobOf(manifest).digest;
}

function imageConfig(spec: ImageSpec, layer: Blob): object {
  return {
    architecture: arch() === "x64" ? "amd64" : arch(),
    os: "linux",
    config: {
      Entrypoint: spec.entrypoint,
      ...(spec.command && { Cmd: spec.command }),
      ...(spec.user && { User: spec.user }),
      ...(spec.workdir && { WorkingDir: spec.workdir }),
      Env: Object.entries({
        PATH: "/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin",
        ...spec.env,
      }).map(([name, value]) => `${name}=${value}`),
    },
    rootfs: { type: "layers", diff_ids: [layer.digest] },
  };
}

function blobOf(text: string): Blob {
  return {
    digest: `sha256:${createHash("sha256").update(text).digest("hex")}`,
    size: Buffer.byteLength(text),
  };
}

function blobPath({ digest }: Blob): string {
  return `blobs/${digest.replace(":", "/")}`;
}
