import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack } from "tar-stream";

/** An image as a registry keeps it: the bytes of its manifest, and the others by digest. */
export interface ModuleImage {
  readonly manifest: Buffer;
  /** Of the manifest, in hexadecimal digits. */
  readonly sha256: string;
  readonly blobs: Readonly<Record<string, Buffer>>;
}

const docker = "application/vnd.docker";

/** A module as an image: its one layer is an archive with the file `plugin.wasm`. */
export async function moduleImage(module: Buffer): Promise<ModuleImage> {
  const tar = pack();
  tar.entry({ name: "plugin.wasm" }, module);
  tar.finalize();
  const archive = await buffer(tar);
  const layer = gzipSync(archive);
  const rootfs = { type: "layers", diff_ids: [`sha256:${sha256(archive)}`] };
  const config = Buffer.from(JSON.stringify({ architecture: "amd64", os: "linux", rootfs }));
  const part = (mediaType: string, bytes: Buffer) => {
    return { mediaType, size: bytes.length, digest: `sha256:${sha256(bytes)}` };
  };
  const manifest = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: `${docker}.distribution.manifest.v2+json`,
      config: part(`${docker}.container.image.v1+json`, config),
      layers: [part(`${docker}.image.rootfs.diff.tar.gzip`, layer)],
    }),
  );
  const blobs = Object.fromEntries([config, layer].map((each) => [sha256(each), each]));
  return { manifest, sha256: sha256(manifest), blobs };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
