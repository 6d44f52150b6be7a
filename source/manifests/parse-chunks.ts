import { loadAll } from "js-yaml";
import { holdsAlias, isBlank, isMultiple, parseChunk, type ParsedChunk } from "./parse-chunk.ts";
import type { Chunk } from "./split-documents.ts";
import { kubernetesYaml } from "./yaml-schema.ts";

/** Texts of this length are parsed at once: long enough to start the parser seldom, short enough to forget it soon. */
const enough = 64 * 1024;

/**
 * Parses the chunks of a text, several at once where each holds one plain document. Where one of them does not, each is
 * parsed for itself, so that it fails for itself. `repairs` as for `parseChunk`.
 */
export function* parseChunks(
  text: string,
  chunks: readonly Chunk[],
  repairs: { left: number },
): Generator<readonly [Chunk, ParsedChunk]> {
  for (const group of grouped(chunks)) {
    const values = parseTogether(text, group);
    for (const [index, chunk] of group.entries()) {
      if (values === undefined) {
        yield [chunk, parseChunk(text.slice(chunk.start, chunk.end), repairs)];
      } else {
        const value = values[index];
        const isNothing = value === null && isBlank(text.slice(chunk.start, chunk.end));
        yield [chunk, { values: isNothing ? [] : [value], problems: [] }];
      }
    }
  }
}

function* grouped(chunks: readonly Chunk[]): Generator<readonly Chunk[]> {
  let group: Chunk[] = [];
  for (const chunk of chunks) {
    if (chunk.end - (group[0]?.start ?? chunk.start) > enough && group.length > 0) {
      yield group;
      group = [];
    }
    group.push(chunk);
  }
  yield group;
}

/** One value for each chunk; undefined where they have to be looked at one by one. */
function parseTogether(text: string, group: readonly Chunk[]): readonly unknown[] | undefined {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || first === last || last === undefined) return undefined;
  const all = text.slice(first.start, last.end);
  if (isMultiple(all) || holdsAlias(all)) return undefined;
  try {
    const values = loadAll(all, kubernetesYaml);
    return values.length === group.length ? values : undefined;
  } catch {
    return undefined;
  }
}
