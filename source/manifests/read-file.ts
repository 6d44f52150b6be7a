import type { Report } from "../../diagnostics/index.ts";
import { createLocator } from "./create-locator.ts";
import type { ManifestDocument, SourceFile, StateMesh } from "./manifest-document.ts";
import { parseChunk, type ParsedChunk } from "./parse-chunk.ts";
import { readObjects, type ListHead } from "./read-objects.ts";
import { isStackState, readState, readStateMeshes } from "./read-state.ts";
import { splitDocuments, type Chunk } from "./split-documents.ts";
import { createTemplateFilter } from "./template-problem.ts";

/** What one text holds. */
export interface FileObjects {
  readonly documents: readonly ManifestDocument[];
  readonly stateMeshes: readonly StateMesh[];
  /** Documents that are no objects of Kubernetes. */
  readonly foreign: number;
}

export interface FileOptions {
  /** Whether a document that is no object is an error. */
  readonly strict: boolean;
  /** What documents without kind and version are. */
  readonly head: ListHead;
}

/** How many documents of one file are repaired at most. */
const maxRepairs = 100;

/** Reads the objects of one text; what cannot be read is reported. */
export function readFile(file: SourceFile, options: FileOptions, report: Report): FileObjects {
  const reading: Reading = {
    ...options,
    file,
    report,
    repairs: { left: maxRepairs },
    withoutTemplates: createTemplateFilter(),
    documents: [],
    stateMeshes: [],
    foreign: 0,
    count: 0,
  };
  for (const chunk of splitDocuments(file.text)) readChunk(reading, chunk);
  const { documents, stateMeshes, foreign } = reading;
  return { documents, stateMeshes, foreign };
}

interface Reading extends FileOptions {
  readonly file: SourceFile;
  readonly report: Report;
  readonly repairs: { left: number };
  readonly withoutTemplates: ReturnType<typeof createTemplateFilter>;
  readonly documents: ManifestDocument[];
  readonly stateMeshes: StateMesh[];
  foreign: number;
  /** Documents up to here. */
  count: number;
}

function readChunk(reading: Reading, chunk: Chunk): void {
  const { file, report } = reading;
  const parsed = parseChunk(file.text, chunk, reading.repairs);
  const { values, problems } = parsed;
  if (problems.length > 0) {
    const text = file.text.slice(chunk.start, chunk.end);
    for (const { offset, ...problem } of reading.withoutTemplates(text, problems)) {
      const position = file.positionAt(chunk.start + offset);
      report.add({ ...problem, severity: "error", path: [], position });
    }
  }
  for (let index = 0; index < values.length; index += 1) {
    readValue(reading, chunk, parsed, index);
  }
  if (values.length === 0 && problems.length > 0) reading.count += 1;
}

function readValue(reading: Reading, chunk: Chunk, parsed: ParsedChunk, index: number): void {
  const { file, count: document } = reading;
  const value = parsed.values[index];
  reading.count += 1;
  if (value === null || value === undefined) return;
  const { start, end } = chunk;
  const locate = createLocator(file, chunk, index, parsed.isPlain === true);
  const source = { value, file, document, locate, place: { start, end, index, base: whole } };
  if (isStackState(value)) {
    reading.stateMeshes.push(...readStateMeshes(source));
    for (const each of readState(source)) reading.documents.push(each);
    return;
  }
  const { documents, foreign } = readObjects(source, reading, reading.report);
  for (const each of documents) reading.documents.push(each);
  reading.foreign += foreign;
}

const whole = [] as const;
