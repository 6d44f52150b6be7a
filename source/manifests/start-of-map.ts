import type { Chunk } from "./split-documents.ts";

/** A marker, empty lines and comments, and then the first letter of a key at the start of its line. */
const beforeMap = /(?:---[ \t]*\r?\n|[ \t]*(?:#.*)?\r?\n)*(?=[A-Za-z])/y;

/** Where the map of a document starts, told without parsing it; undefined where that takes a parser. */
export function startOfMap(text: string, { start, end }: Chunk): number | undefined {
  beforeMap.lastIndex = start;
  return beforeMap.test(text) && beforeMap.lastIndex < end ? beforeMap.lastIndex : undefined;
}
