/** A part of a text and what stands there instead. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Why an edit cannot be written into a text, as the end of a sentence. */
export interface Refusal {
  readonly reason: string;
}

/** The changes that write one edit into a text, or why there are none. */
export type Planned = readonly TextChange[] | Refusal;

export function isRefusal(planned: object): planned is Refusal {
  return "reason" in planned;
}

/** Makes all changes; `undefined` where two of them meet. */
export function applyChanges(text: string, changes: readonly TextChange[]): string | undefined {
  const sorted = [...changes].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: instead } of sorted) {
    if (start < at) return undefined;
    parts.push(text.slice(at, start), instead);
    at = end;
  }
  return [...parts, text.slice(at)].join("");
}
