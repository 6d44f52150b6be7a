import { z } from "zod";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import type { LiftedManifest } from "../../graph/lift-graph.ts";
import type { Manifest } from "../../graph/manifest.ts";
import { readManifests } from "../../source/read-manifests.ts";

/** Objects that are deployed elsewhere: they answer questions of rules, and nothing is said of them. */
export interface Elsewhere {
  /** What the configuration of a pack may say of it, as a JSON schema. */
  readonly schema: { readonly type: "array"; readonly items: { readonly type: "object" } };
  /** Takes what the configuration of one run says; returns what is wrong with it, and then takes none of it. */
  readonly configure: (value: unknown) => readonly string[];
  /** All of them: of the pack itself, and of its configuration. */
  readonly objects: () => readonly LiftedManifest[];
}

const objectsSchema = z.array(
  z.looseObject({
    apiVersion: z.string().min(1),
    kind: z.string().min(1),
    metadata: z.looseObject({ name: z.string().min(1), namespace: z.string().optional() }),
  }),
);

/**
 * Reads what a pack itself declares, files and folders of manifests.
 *
 * @throws HeddleError with all that could not be read
 */
export function createElsewhere(paths: readonly string[]): Elsewhere {
  const report = createReport();
  const { documents, meshes } = readManifests(paths, report);
  for (const file of meshes) report.add(notObjects(file));
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  const own = documents.map(({ manifest, locate }) => ({
    manifest: manifest as unknown as Manifest,
    origin: { locate },
  }));
  let configured: readonly LiftedManifest[] = [];
  return {
    schema: { type: "array", items: { type: "object" } },
    configure(value = []) {
      const parsed = objectsSchema.safeParse(value);
      configured = parsed.success
        ? parsed.data.map((manifest) => ({ manifest: manifest as unknown as Manifest, origin: {} }))
        : [];
      return parsed.success ? [] : parsed.error.issues.map(problem);
    },
    objects: () => [...own, ...configured],
  };
}

function notObjects(file: string) {
  return {
    code: "HED2010",
    severity: "error",
    path: [],
    message: "a mesh of Heddle is no object of Kubernetes",
    fix: `name the objects that come of it: heddle render ${file} > objects.yaml`,
    position: { file, line: 1, column: 1 },
  } as const;
}

function problem({ path, message }: z.core.$ZodIssue): string {
  const place = ["context", ...path].map(String).join(".");
  return `HED1016 warning  the configuration of the pack\n  ${place}: ${message}\n  fix: write whole objects as a cluster has them, each with apiVersion, kind and metadata`;
}
