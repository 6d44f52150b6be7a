import { execa } from "execa";
import type { ImageArchive } from "./image-file.ts";

/** How to run `ctr` against the containerd of a bench: program and arguments before the sub-command. */
export type ContainerdClient = readonly [string, ...string[]];

/** Imports the archives that containerd does not have yet, by digest. Returns the references it took in. */
export async function importImages(
  client: ContainerdClient,
  archives: readonly ImageArchive[],
): Promise<readonly string[]> {
  const present = await presentImages(client);
  const missing = archives.filter(({ reference, digest }) => present.get(reference) !== digest);
  // One at a time: unpacking is bound by processor and disk.
  for (const { path } of missing) await run(client, ["images", "import", path]);
  return missing.map(({ reference }) => reference);
}

/** Digest of every image in containerd by reference. */
async function presentImages(client: ContainerdClient): Promise<ReadonlyMap<string, string>> {
  const stdout = await run(client, ["images", "list"]);
  // REF TYPE DIGEST SIZE PLATFORMS LABELS
  const rows = stdout.split("\n").map((line) => line.split(/\s+/));
  return new Map(rows.map(([reference = "", , digest = ""]) => [reference, digest]));
}

async function run([program, ...before]: ContainerdClient, args: readonly string[]) {
  const { stdout } = await execa(program, [...before, "--namespace", "k8s.io", ...args], {
    timeout: 180_000,
  });
  return stdout;
}
