import type { Chunk } from "../split-documents.ts";
import { NotPlain } from "./cursor.ts";
import { findFirstLine } from "./find-line.ts";
import { readBlock } from "./read-block.ts";

/**
 * Reads a document that is written as nearly all manifests are: maps and lists, an entry a line or in brackets on one
 * line, and texts that end on their line or stand below `|`, without escapes, anchors, tags, tabs and other letters that
 * mean something. `undefined` for every other document, and for one with a mistake: the parser reads those. Both read the
 * same.
 */
export function readPlain(text: string, chunk: Chunk): unknown {
  try {
    const cursor = findFirstLine(text, chunk);
    if (cursor.indent < 0) return undefined;
    const value = readBlock(cursor, cursor.indent);
    return cursor.indent < 0 ? value : undefined;
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}
