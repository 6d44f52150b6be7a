import { load, loadAll, YAMLException } from "js-yaml";
import { kubernetesYaml } from "./yaml-schema.ts";

/** A text with deeper lines than were written, and the way back. */
export interface RepairedText {
  readonly text: string;
  /** Where a place of the repaired text is in the one that was written. */
  readonly toWritten: (offset: number) => number;
}

/** How many characters may be parsed again for one document: each line too far left costs a pass. */
const budget = 32 * 1024 * 1024;

/**
 * Moves lines to the right that go on with a quoted text or a bracket and stand as far left as the key that they belong
 * to. The standard refuses them, Kubernetes reads them, and generators of resource definitions write them. Space at the
 * start of such a line is no part of the value. `undefined` where that is not what is wrong.
 */
export function repairIndentation(written: string): RepairedText | undefined {
  const insertions: { readonly at: number; readonly length: number }[] = [];
  let text = written;
  for (let parsed = 0; parsed <= budget; parsed += text.length) {
    const at = deficientLine(text);
    if (at === "none") return { text, toWritten: (offset) => back(insertions, offset) };
    if (at === undefined) return undefined;
    const pad = " ".repeat(1 + deepest(text.slice(0, at)));
    const start = text.lastIndexOf("\n", at - 1) + 1;
    insertions.push({ at: start, length: pad.length });
    text = text.slice(0, start) + pad + text.slice(start);
  }
  return undefined;
}

/** Whether the parser stopped at a line that goes on with a value and is too far left. */
export function isTooFarLeft(error: unknown): error is YAMLException {
  return error instanceof YAMLException && error.reason === "deficient indentation";
}

/** Where the parser stops at a line that is too far left; `none` where it does not stop. */
function deficientLine(text: string): number | "none" | undefined {
  try {
    const options = { ...kubernetesYaml, json: true };
    if (/^\.\.\./m.test(text)) loadAll(text, options);
    else load(text, options);
    return "none";
  } catch (error) {
    return isTooFarLeft(error) ? error.mark?.position : undefined;
  }
}

/** Columns before the text of the last lines, which are deeper than any key that is still open. */
function deepest(text: string): number {
  let columns = 0;
  for (const [space] of text.slice(-20_000).matchAll(/^[ -]*/gm)) {
    columns = Math.max(columns, space.length);
  }
  return columns;
}

function back(
  insertions: readonly { readonly at: number; readonly length: number }[],
  offset: number,
): number {
  // Later repairs are further down, so that each insertion is counted in the text as it was after those before it.
  return insertions.reduceRight(
    (place, { at, length }) => (place < at ? place : Math.max(at, place - length)),
    offset,
  );
}
