import { parseAllDocuments } from "yaml";
import { z } from "zod";
import type { Report } from "../diagnostics/index.ts";
import type { Manifest } from "../graph/index.ts";
import { readText } from "./read-text.ts";

const manifestSchema = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().optional() }),
});

/**
 * Reads hand-written Kubernetes objects from one YAML file of any number of documents, to deploy them as they are.
 * `undefined` when something is wrong with the file; the report says what and where.
 */
export function readRawManifests(file: string, report: Report): readonly Manifest[] | undefined {
  const text = readText(file, report);
  if (text === undefined) return undefined;
  const manifests: Manifest[] = [];
  let good = true;
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  for (const [index, document] of ("empty" in documents ? [] : documents).entries()) {
    const value: unknown = document.errors.length === 0 ? document.toJS() : undefined;
    const parsed = manifestSchema.safeParse(value);
    if (parsed.success) {
      manifests.push(parsed.data as Manifest);
      continue;
    }
    good = false;
    const [position] = document.errors[0]?.linePos ?? [{ line: 1, col: 1 }];
    report.add({
      code: document.errors.length > 0 ? "HED1003" : "HED1008",
      severity: "error",
      path: [index],
      message: document.errors[0]?.message.split("\n")[0] ?? "not a Kubernetes object",
      fix: "give every document an apiVersion, a kind and metadata.name",
      position: { file, line: position.line, column: position.col },
    });
  }
  return good ? manifests : undefined;
}
