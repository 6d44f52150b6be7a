import { load, loadAll } from "js-yaml";
import { checkExpansion } from "./check-expansion.ts";
import { hasTooManyValues } from "./count-values.ts";
import { readPlain } from "./plain/read-plain.ts";
import { isTooFarLeft, repairIndentation } from "./repair-indentation.ts";
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
  /** Whether it was read without the parser, and can be read so again. */
  readonly isPlain?: true;
}

/**
 * Parses one chunk of a text. A key that is there twice is reported, and the object is read as Kubernetes reads it.
 * `repairs` counts how many documents may still be repaired.
 */
export function parseChunk(whole: string, chunk: Chunk, repairs: { left: number }): ParsedChunk {
  const text = whole.slice(chunk.start, chunk.end);
  if (hasTooManyValues(text)) return { values: [], problems: [tooManyValues] };
  const plain = readPlain(whole, chunk);
  return plain === undefined
    ? parseText(text, repairs)
    : { values: [plain], problems: [], isPlain: true };
}

function parseText(text: string, repairs: { left: number }): ParsedChunk {
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
  const { values, problems } = parseText(deeper.text, { left: 0 });
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
function isBlank(text: string): boolean {
  return /^(?:---|\.\.\.)?(?:[ \t]*(?:#.*)?(?:\r?\n|$))*(?:\.\.\.\s*)?$/.test(text);
}

/** A document that ends with `...` may be followed by one without a marker. */
function isMultiple(text: string): boolean {
  return /^\.\.\./m.test(text);
}

/** Without an alias a value is a tree, as large as its text. It stands where a value can begin. */
function holdsAlias(text: string): boolean {
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
