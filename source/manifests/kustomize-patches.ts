import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { createReport } from "../../diagnostics/index.ts";
import { parseChunk } from "./parse-chunk.ts";
import { readSource } from "./read-source.ts";
import { splitDocuments } from "./split-documents.ts";

const names: ReadonlySet<string> = new Set([
  "kustomization.yaml",
  "kustomization.yml",
  "Kustomization",
]);

/** What a kustomization says of files; a patch may also be written into it. */
const schema = z.object({
  resources: z.array(z.string()).catch([]),
  patches: z.array(z.object({ path: z.string().optional() })).catch([]),
  patchesStrategicMerge: z.array(z.string()).catch([]),
});

/**
 * The files that some kustomization of a folder lays over others, and none takes as they are: each holds the part of an
 * object that changes, not an object. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/
 */
export function kustomizePatches(files: readonly string[]): ReadonlySet<string> {
  const patches = new Set<string>();
  const taken = new Set<string>();
  for (const file of files.filter((each) => names.has(basename(each)))) {
    const at = (path: string): string => join(dirname(file), path);
    for (const kustomization of read(file)) {
      for (const { path } of kustomization.patches) if (path !== undefined) patches.add(at(path));
      for (const path of kustomization.patchesStrategicMerge) patches.add(at(path));
      for (const path of kustomization.resources) taken.add(at(path));
    }
  }
  return patches.difference(taken);
}

/** Without what cannot be read: that is reported when the file's own turn comes. */
function read(file: string): readonly z.output<typeof schema>[] {
  const text = readSource(file, createReport())?.text ?? "";
  const documents = splitDocuments(text).map((chunk) => parseChunk(text, chunk, { left: 0 }));
  return documents.flatMap(({ values }) =>
    values.flatMap((value) => {
      const { success, data } = schema.safeParse(value);
      return success ? [data] : [];
    }),
  );
}
