import { isDeepStrictEqual } from "node:util";
import type { Diagnostic } from "../../../diagnostics/index.ts";
import { parseChunk } from "../../../source/manifests/parse-chunk.ts";
import type {
  ManifestDocument,
  WrittenPlace,
} from "../../../source/manifests/manifest-document.ts";
import { readYaml } from "../../../source/read-yaml.ts";
import { createReport } from "../../../diagnostics/index.ts";
import type { CheckResult } from "../check-result.ts";

/** Where the object of a finding is written, and how such a text is read. */
export interface FixTarget extends WrittenPlace {
  readonly file: string;
  readonly read: (text: string) => readonly unknown[];
}

type Written = Pick<CheckResult, "documents" | "meshFiles" | "textOf">;

/** A function that finds the object of a finding in the author's text; `undefined` for what is in no text of theirs. */
export function findTargets({ documents, meshFiles, textOf }: Written) {
  const byName = Map.groupBy(documents, ({ file, manifest }) => {
    const { name } = manifest["metadata"] as { readonly name?: unknown };
    return key(file.name, manifest.kind, name);
  });
  return ({ position, resource, path }: Diagnostic): FixTarget | undefined => {
    if (position === undefined) return undefined;
    const { file } = position;
    if (meshFiles.has(file) && resource === undefined) {
      const end = textOf(file)?.length ?? 0;
      return { file, start: 0, end, index: 0, base: [], read: readMeshText };
    }
    const named = byName.get(key(file, resource?.kind, resource?.name)) ?? [];
    const [only, ...others] = named.filter(({ locate }) =>
      isDeepStrictEqual(locate(path), position),
    );
    if (only?.place === undefined || others.some((other) => !isSame(only, other))) return undefined;
    return { file, ...only.place, read: readManifestText };
  };
}

/** An unnamed object is found by its place alone. */
function key(file: string, kind: unknown, name: unknown): string {
  const known = typeof name === "string" && name !== "" ? name : "(unnamed)";
  return JSON.stringify([file, kind, known]);
}

function isSame({ place }: ManifestDocument, other: ManifestDocument): boolean {
  return isDeepStrictEqual(place, other.place);
}

function readManifestText(text: string): readonly unknown[] {
  return parseChunk(text, { start: 0, end: text.length }, { left: 0 }).values;
}

function readMeshText(text: string): readonly unknown[] {
  const source = readYaml("", text, createReport());
  return source === undefined ? [] : [source.value];
}
