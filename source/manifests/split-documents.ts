/** A part of a text that holds one YAML document, with the marker before it. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** At the start of a line, also inside of quoted and block text, this always starts a document. */
const marker = /^---(?=[ \t\r\n]|$)/gm;

/** Splits a text at its document markers. A broken document costs only itself. */
export function splitDocuments(text: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let start = 0;
  for (const { index } of text.matchAll(marker)) {
    // What stands before a marker and is only a directive belongs to the document behind it.
    if (index === start || startsWithDirective(text, start, index)) continue;
    chunks.push({ start, end: index });
    start = index;
  }
  chunks.push({ start, end: text.length });
  return chunks;
}

function startsWithDirective(text: string, start: number, end: number): boolean {
  return /^(?:[ \t]*(?:#.*)?\r?\n)*%/.test(text.slice(start, Math.min(end, start + 2000)));
}
