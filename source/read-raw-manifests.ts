import { z } from "zod";
import type { Report } from "../diagnostics/index.ts";
import { readManifests } from "./read-manifests.ts";

const objectSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().exactOptional() }),
});

/** A Kubernetes object with a name. */
export type RawManifest = z.infer<typeof objectSchema>;

/**
 * Reads hand-written Kubernetes objects to deploy them as they are. `undefined` when something is wrong with the file;
 * the report says what and where.
 */
export function readRawManifests(file: string, report: Report): readonly RawManifest[] | undefined {
  const before = report.diagnostics().length;
  const { documents } = readManifests([file], report);
  const manifests = documents.flatMap(({ manifest, locate }) => {
    const parsed = objectSchema.safeParse(manifest);
    if (parsed.success) return [parsed.data];
    report.add({
      code: "HED1008",
      severity: "error",
      path: ["metadata", "name"],
      message: `this ${manifest.kind} has no name`,
      fix: "give it a metadata.name",
      position: locate(["metadata"]),
    });
    return [];
  });
  return report.diagnostics().length === before ? manifests : undefined;
}
