import { distance } from "fastest-levenshtein";

/**
 * The candidate that the author most probably meant, or `undefined` when none is near: at most two edits, one in a word
 * of three letters and none in a shorter one, so that `v2` is not offered for `v3`.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const limit = word.length >= 4 ? 2 : word.length - 2;
  let best: { name: string; edits: number } | undefined;
  for (const name of [...candidates].sort()) {
    const edits = distance(word.toLowerCase().slice(0, 100), name.toLowerCase());
    if (edits <= limit && edits < (best?.edits ?? Infinity)) best = { name, edits };
  }
  return best?.name;
}

/** The one candidate that is near, where no other is: what is written instead without asking. */
export function onlyClose(word: string, candidates: readonly string[]): string | undefined {
  const near = closest(word, candidates);
  if (near === undefined) return undefined;
  const others = candidates.filter((each) => each !== near);
  return closest(word, others) === undefined ? near : undefined;
}

/** A fix that names the nearest candidate, or all of them where none is near and they are few. */
export function suggest(word: string, candidates: readonly string[], otherwise: string): string {
  const near = closest(word, candidates);
  if (near !== undefined) return `did you mean "${near}"?`;
  return otherwise;
}

/** The candidates as one sentence part: `cart, web`; shortened where they are many. */
export function listNames(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const sorted = [...names].sort();
  const shown = sorted.slice(0, 12).join(", ");
  return sorted.length > 12 ? `${shown} and ${String(sorted.length - 12)} more` : shown;
}
