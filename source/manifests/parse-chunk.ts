import { load, loadAll, parseEvents, type Event } from "js-yaml";
import type { Path, Position } from "../../diagnostics/index.ts";
import { checkExpansion } from "./check-expansion.ts";
import { locateEvent } from "./locate-event.ts";
import { hasTooManyValues } from "./count-values.ts";
import type { SourceFile } from "./manifest-document.ts";
import { secondOpinion } from "./second-opinion.ts";
import type { Chunk } from "./split-documents.ts";
import {
  describeProblem,
  expansionProblem,
  isDuplicateKey,
  tooManyValues,
  type YamlProblem,
} from "./yaml-problem.ts";
import { kubernetesYaml } from "./yaml-schema.ts";

/** What one chunk of a file holds; usually one document. */
export interface ParsedChunk {
  /** Empty where there are only comments. */
  readonly values: readonly unknown[];
  readonly problems: readonly YamlProblem[];
}

/**
 * Parses one chunk. A key that is there twice is reported, and the object is read as Kubernetes reads it. `opinions`
 * counts how often the slow reader may still be asked about what the fast one refuses.
 */
export function parseChunk(text: string, opinions: { left: number }): ParsedChunk {
  if (hasTooManyValues(text)) return { values: [], problems: [tooManyValues] };
  try {
    return checked(read(text, false), text, []);
  } catch (error) {
    const problem = describeProblem(error);
    if (!isDuplicateKey(error)) return refused(text, problem, opinions);
    try {
      return checked(read(text, true), text, [problem]);
    } catch (second) {
      return { values: [], problems: [problem, describeProblem(second)] };
    }
  }
}

function refused(text: string, problem: YamlProblem, opinions: { left: number }): ParsedChunk {
  const nothing = { values: [], problems: [problem] };
  if (problem.code !== "HED1003" || opinions.left === 0) return nothing;
  opinions.left -= 1;
  const values = secondOpinion(text);
  return values === undefined ? nothing : checked(values, text, []);
}

function read(text: string, json: boolean): readonly unknown[] {
  if (isBlank(text)) return [];
  return isMultiple(text)
    ? loadAll(text, { ...kubernetesYaml, json })
    : [load(text, json ? { ...kubernetesYaml, json } : kubernetesYaml)];
}

/** Nothing but markers, comments and space. */
function isBlank(text: string): boolean {
  return /^(?:---|\.\.\.)?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*(?:\.\.\.\s*)?$/.test(text);
}

/** A document that ends with `...` may be followed by one without a marker. */
function isMultiple(text: string): boolean {
  return /^\.\.\./m.test(text);
}

function checked(
  values: readonly unknown[],
  text: string,
  problems: readonly YamlProblem[],
): ParsedChunk {
  // Without an alias a value is a tree, as large as its text.
  if (!/[*]\S/.test(text)) return { values, problems };
  for (const value of values) {
    const expansion = checkExpansion(value, text.length);
    if (expansion !== "fine") {
      return { values: [], problems: [...problems, expansionProblem(expansion)] };
    }
  }
  return { values, problems };
}

/** A function that finds the places of one document; it is parsed once more with the first question. */
export function createLocator(
  file: SourceFile,
  { start, end }: Chunk,
  index: number,
): (path: Path) => Position {
  let parsed: { readonly text: string; readonly events: readonly Event[] } | undefined;
  return (path) => {
    parsed ??= parseEventsOf(file.text.slice(start, end), index);
    return file.positionAt(start + locateEvent(parsed.events, parsed.text, path));
  };
}

/** Nothing, so that the document's start is taken, for one that only the second reader understands. */
function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, { maxDepth: kubernetesYaml.maxDepth ?? 100 });
  } catch {
    return [];
  }
}

function parseEventsOf(text: string, index: number) {
  const events = eventsOf(text);
  const starts = events.flatMap((event, at) => (event.type === 1 ? [at] : []));
  return { text, events: events.slice(starts[index] ?? 0, starts[index + 1]) };
}
