import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { foldersUp } from "./find-up.ts";

const extraParameters = z.object({ name: z.string(), version: z.string(), value: z.string() });

const manifest = z.object({
  name: z.string(),
  version: z.string().default(""),
  pulumi: z
    .object({
      resource: z.boolean().optional(),
      name: z.string().optional(),
      version: z.string().optional(),
      server: z.string().optional(),
      parameterization: extraParameters.optional(),
    })
    .optional()
    .catch(undefined),
  dependencies: z.record(z.string(), z.string()).optional().catch(undefined),
  devDependencies: z.record(z.string(), z.string()).optional().catch(undefined),
});

/** What we read of a package.json. */
export type Manifest = z.infer<typeof manifest>;

/**
 * Every npm package that a program in `directory` can load: from the node_modules of its folder and
 * of those above it, the nearest first for each name.
 */
export async function installedPackages(directory: string): Promise<Manifest[]> {
  const byName = new Map<string, Manifest>();
  for (const folder of foldersUp(directory)) {
    for (const found of await packagesIn(join(folder, "node_modules"))) {
      if (!byName.has(found.name)) byName.set(found.name, found);
    }
  }
  return [...byName.values()];
}

/** Reads a folder's package.json; absent when there is none or it is no package's. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // A broken file in node_modules is the package's business, not ours.
  }
}

async function packagesIn(modules: string): Promise<Manifest[]> {
  const names = await readdir(modules).catch(() => []);
  const nested = await Promise.all(
    names.map(async (name) => {
      if (!name.startsWith("@")) return [join(modules, name)];
      const scoped = await readdir(join(modules, name)).catch(() => []);
      return scoped.map((inner) => join(modules, name, inner));
    }),
  );
  const manifests = await Promise.all(nested.flat().map(readManifest));
  return manifests.filter((found) => found !== undefined);
}
