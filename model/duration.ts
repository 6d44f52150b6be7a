/** A span of time in whole milliseconds. */
export type Milliseconds = number;

/** A duration as an author writes it: whole numbers with a unit, largest first: `"250ms"`, `"2s"`, `"1m30s"`, `"1h"`. */
export type DurationText = `${number}${"ms" | "s" | "m" | "h"}` | `${number}m${number}s`;

const unit = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 } as const;
const units = Object.entries(unit);

/** The texts that are durations: at least one part, largest unit first, each at most once. */
export const durationPattern = /^(?=\d)(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+)s)?(?:(\d+)ms)?$/;

/** Reads a duration; `undefined` where the text is not one. Zero is a duration; a bare number is not. */
export function parseDuration(text: string): Milliseconds | undefined {
  const match = durationPattern.exec(text);
  if (match === null) return undefined;
  const [, h, m, s, ms] = match;
  const total =
    Number(h ?? 0) * unit.h + Number(m ?? 0) * unit.m + Number(s ?? 0) * unit.s + Number(ms ?? 0);
  return Number.isSafeInteger(total) ? total : undefined;
}

/** Prints a duration in the shortest form that reads back to the same value. */
export function printDuration(value: Milliseconds): string {
  let rest = value;
  let text = "";
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${String(count)}${name}`;
    rest -= count * size;
  }
  return text === "" ? "0ms" : text;
}
