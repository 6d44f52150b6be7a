import { load, loadAll, parseEvents, type Event } from "js-yaml";
import type { Path, Position } from "../../diagnostics/index.ts";
import { checkExpansion } from "./check-expansion.ts";
import { locateEvent } from "./locate-event.ts";
import { hasTooManyValues } from "./count-values.ts";
import type { SourceFile } from "./manifest-document.ts";
import { isTooFarLeft, repairIndentation, type RepairedText } from "./repair-indentation.ts";
import type { Chunk } from "./split-documents.ts";
import { startOfMap } from "./start-of-map.ts";
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
 * Parses one chunk. A key that is there twice is reported, and the object is read as Kubernetes reads it. `repairs` counts
 * how many documents may still be repaired.
 */
export function parseChunk(text: string, repairs: { left: number }): ParsedChunk {
  if (hasTooManyValues(text)) return { values: [], problems: [tooManyValues] };
  try {
    return checked(read(text, false), text, []);
  } catch (error) {
    const problem = describeProblem(error);
    if (isTooFarLeft(error)) return repaired(text, problem, repairs);
    if (!isDuplicateKey(error)) return { values: [], problems: [problem] };
    try {
      return checked(read(text, true), text, [problem]);
    } catch (second) {
      if (isTooFarLeft(second)) return repaired(text, problem, repairs);
      return { values: [], problems: [problem, describeProblem(second)] };
    }
  }
}

function repaired(text: string, problem: YamlProblem, repairs: { left: number }): ParsedChunk {
  const deeper = repairs.left === 0 ? undefined : repairIndentation(text);
  if (deeper === undefined) return { values: [], problems: [problem] };
  repairs.left -= 1;
  const { values, problems } = parseChunk(deeper.text, { left: 0 });
  const moved = problems.map((each) => ({ ...each, offset: deeper.toWritten(each.offset) }));
  return { values, problems: moved };
}

function read(text: string, json: boolean): readonly unknown[] {
  if (isBlank(text)) return [];
  return isMultiple(text)
    ? loadAll(text, { ...kubernetesYaml, json })
    : [load(text, json ? { ...kubernetesYaml, json } : kubernetesYaml)];
}

/** Nothing but markers, comments and space. */
export function isBlank(text: string): boolean {
  return /^(?:---|\.\.\.)?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*(?:\.\.\.\s*)?$/.test(text);
}

/** A document that ends with `...` may be followed by one without a marker. */
export function isMultiple(text: string): boolean {
  return /^\.\.\./m.test(text);
}

/** Without an alias a value is a tree, as large as its text. It stands where a value can begin. */
export function holdsAlias(text: string): boolean {
  return /(?:^|[\s[\]{},:])\*\S/.test(text);
}

function checked(
  values: readonly unknown[],
  text: string,
  problems: readonly YamlProblem[],
): ParsedChunk {
  if (!holdsAlias(text)) return { values, problems };
  for (const value of values) {
    const expansion = checkExpansion(value, text.length);
    if (expansion !== "fine") {
      return { values: [], problems: [...problems, expansionProblem(expansion)] };
    }
  }
  return { values, problems };
}

/** A function that finds the places of one document; it is parsed once more with the first question of a part. */
export function createLocator(
  file: SourceFile,
  chunk: Chunk,
  index: number,
): (path: Path) => Position {
  const { start, end } = chunk;
  let parsed: ParsedEvents | undefined;
  return (path) => {
    const whole = path.length > 0 || index > 0 ? undefined : startOfMap(file.text, chunk);
    if (whole !== undefined) return file.positionAt(whole);
    parsed ??= parseEventsOf(file.text.slice(start, end), index);
    const offset = locateEvent(parsed.events, parsed.text, path);
    return file.positionAt(start + parsed.toWritten(offset));
  };
}

interface ParsedEvents extends RepairedText {
  readonly events: readonly Event[];
}

function parseEventsOf(written: string, index: number): ParsedEvents {
  const same: RepairedText = { text: written, toWritten: (offset) => offset };
  const read = eventsOf(same) ?? eventsOf(repairIndentation(written)) ?? { ...same, events: [] };
  const starts = read.events.flatMap((event, at) => (event.type === 1 ? [at] : []));
  return { ...read, events: read.events.slice(starts[index] ?? 0, starts[index + 1]) };
}

function eventsOf(text: RepairedText | undefined): ParsedEvents | undefined {
  if (text === undefined) return undefined;
  try {
    const maxDepth = kubernetesYaml.maxDepth ?? 100;
    return { ...text, events: parseEvents(text.text, { maxDepth }) };
  } catch {
    return undefined;
  }
}
