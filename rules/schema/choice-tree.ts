import type { Path } from "../../diagnostics/index.ts";
import type { ExclusiveFields } from "./fields/exclusive.ts";

/** The choices of a kind by their places, so that each part of an object is looked at once for all of them. */
export interface ChoiceTree {
  /** Names that exclude each other in a message at this place. */
  readonly choices: (readonly string[])[];
  /** By step; `*` is each entry of a list or of a map. */
  readonly below: Map<string, ChoiceTree>;
}

/** Makes the tree of all choices of a kind. */
export function growTree(all: readonly ExclusiveFields[]): ChoiceTree {
  const root: ChoiceTree = { choices: [], below: new Map() };
  for (const { at, names } of all) {
    let place = root;
    for (const step of at) {
      const next = place.below.get(step) ?? { choices: [], below: new Map() };
      place.below.set(step, next);
      place = next;
    }
    place.choices.push(names);
  }
  return root;
}

type Found = (path: Path, given: readonly string[]) => void;

/**
 * Finds every place where more than one is given. `path` is one list that grows and shrinks on the way, because nearly
 * no object has such a place.
 */
export function visitChoices(
  value: unknown,
  { choices, below }: ChoiceTree,
  path: (string | number)[],
  found: Found,
): void {
  if (typeof value !== "object" || value === null) return;
  const entries = value as Readonly<Record<string, unknown>>;
  if (!Array.isArray(value)) {
    for (const names of choices) {
      const given = names.filter((name) => isGiven(entries[name]));
      if (given.length > 1) found([...path], given);
    }
  }
  for (const [step, tree] of below) {
    for (const key of step === "*" ? Object.keys(entries) : [step]) {
      if (!isGiven(entries[key])) continue;
      path.push(Array.isArray(value) ? Number(key) : key);
      visitChoices(entries[key], tree, path, found);
      path.pop();
    }
  }
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
