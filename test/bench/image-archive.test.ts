import { createReadStream } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { extract } from "tar-stream";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { imageArchive, sharedLibraries, type ImageSpec } from "../../bench/images/index.ts";

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "heddle-images-"));
  vi.stubEnv("XDG_CACHE_HOME", directory);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

const spec: ImageSpec = {
  name: "docker.io/heddle/test",
  tag: "1",
  files: [
    { path: "/app/hello.txt", content: "hello\n" },
    { path: "/app/link", link: "hello.txt" },
    { path: "/tmp", directory: true, mode: 0o1777 },
  ],
  entrypoint: ["/app/run"],
  user: "1000:1000",
  env: { MODE: "test" },
};

describe("imageArchive", () => {
  test("writes an OCI layout whose manifest leads to config and layer", async () => {
    const archive = await imageArchive(spec);
    const entries = await readTar(archive.path);
    const index = parse(entries.get("index.json")) as { manifests: { digest: string }[] };
    expect(archive.reference).toBe("docker.io/heddle/test:1");
    expect(index.manifests[0]?.digest).toBe(archive.digest);
    const manifest = parse(entries.get(blob(archive.digest))) as {
      config: { digest: string };
      layers: { digest: string; size: number }[];
    };
    const config = parse(entries.get(blob(manifest.config.digest)));
    expect(config).toMatchObject({
      config: { Entrypoint: ["/app/run"], User: "1000:1000" },
      rootfs: { diff_ids: [manifest.layers[0]?.digest] },
    });
    expect(entries.get(blob(manifest.layers[0]?.digest ?? ""))?.length).toBe(
      manifest.layers[0]?.size,
    );
  });

  test("puts parents before files and keeps modes and links", async () => {
    const { path } = await imageArchive(spec);
    const layer = [...(await readTar(path)).values()].reduce((a, b) =>
      a.length > b.length ? a : b,
    );
    const file = join(directory, "layer.tar");
    await writeFile(file, layer);
    const names = [...(await readTar(file)).keys()];
    expect(names).toEqual(["app/", "app/hello.txt", "app/link", "tmp/"]);
  });

  test("is the same for the same content and another one for other content", async () => {
    const first = await imageArchive(spec);
    expect(await imageArchive(spec)).toEqual(first);
    const source = join(directory, "source");
    await writeFile(source, "one");
    const withSource = { ...spec, files: [{ path: "/app/source", source }] };
    const one = await imageArchive(withSource);
    await writeFile(source, "other");
    await chmod(source, 0o600);
    const other = await imageArchive(withSource);
    expect(other.digest).not.toBe(one.digest);
  });

  test("fails, and leaves nothing half written, when a source is missing", async () => {
    const files = [{ path: "/app/missing", source: join(directory, "missing") }];
    await expect(imageArchive({ ...spec, files })).rejects.toThrow("ENOENT");
  });
});

describe("sharedLibraries", () => {
  test("finds the loader and the libraries of a dynamic binary", async () => {
    const libraries = await sharedLibraries([process.execPath]);
    const names = libraries.map(({ path }) => path);
    expect(names.some((path) => path.includes("libc.so"))).toBe(true);
    expect(names.some((path) => path.includes("ld-linux"))).toBe(true);
  });

  test("has nothing to add for a file that is no dynamic binary", async () => {
    const script = join(directory, "script.sh");
    await writeFile(script, "#!/bin/sh\n");
    expect(await sharedLibraries([script])).toEqual([]);
  });
});

function blob(digest: string): string {
  return `blobs/${digest.replace(":", "/")}`;
}

function parse(content: Buffer | undefined): unknown {
  return JSON.parse(content?.toString() ?? "null");
}

async function readTar(path: string): Promise<Map<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  const tar = extract();
  createReadStream(path).pipe(tar);
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array));
    entries.set(entry.header.name, Buffer.concat(chunks));
  }
  return entries;
}
