import { createHash } from "node:crypto";
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { parseLiveFiles, printLiveFiles } from "./live-files.ts";
import type { FileContents, LiveResources } from "./live-resources.ts";

// <root>/releases/<hash>/*.json, and <root>/live, a link to one of them. To move another link into its place is one
// step for every reader: nobody ever sees half of a release.

/** The release that is live; `undefined` before the first. */
export function readLive(root: string): LiveResources | undefined {
  if (liveRelease(root) === undefined) return undefined;
  const folder = join(root, "live");
  const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
  return parseLiveFiles(Object.fromEntries(files) as FileContents);
}

/** Writes a release and makes it the live one. */
export function makeLive(root: string, resources: LiveResources): void {
  const files = printLiveFiles(resources);
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const folder = join(root, "releases", hash);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content, { flush: true });
  }
  const link = join(root, ".live");
  rmSync(link, { force: true });
  symlinkSync(join("releases", hash), link);
  renameSync(link, join(root, "live"));
}

/** Removes every release but the live one. */
export function removeOldReleases(root: string): void {
  const live = liveRelease(root);
  for (const name of readdirSync(join(root, "releases"))) {
    if (name !== live) rmSync(join(root, "releases", name), { recursive: true, force: true });
  }
}

/** Writes a file so that readers see the old content or the new one. False where it already was so. */
export function replaceFile(root: string, name: string, content: string): boolean {
  const path = join(root, name);
  if (readOrNothing(path) === content) return false;
  mkdirSync(root, { recursive: true, mode: 0o755 });
  writeFileSync(`${path}.new`, content, { flush: true });
  renameSync(`${path}.new`, path);
  return true;
}

/** The admin port of the bootstrap that is there; `undefined` where there is none. */
export function adminPortOf(root: string): number | undefined {
  const text = readOrNothing(join(root, "bootstrap.json"));
  if (text === undefined) return undefined;
  const { admin } = JSON.parse(text) as {
    readonly admin: {
      readonly address: { readonly socket_address: { readonly port_value: number } };
    };
  };
  return admin.address.socket_address.port_value;
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function liveRelease(root: string): string | undefined {
  try {
    return basename(readlinkSync(join(root, "live")));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
