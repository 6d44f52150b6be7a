import { parseEvents, type Event } from "js-yaml";
import type { Path, Position } from "../../diagnostics/index.ts";
import { locateEvent } from "./locate-event.ts";
import type { SourceFile } from "./manifest-document.ts";
import { locatePlain } from "./plain/locate-plain.ts";
import { repairIndentation, type RepairedText } from "./repair-indentation.ts";
import type { Chunk } from "./split-documents.ts";
import { kubernetesYaml } from "./yaml-schema.ts";

/**
 * A function that finds the places of one document. With the first question it is parsed once more, unless it is plain:
 * then only what is on the way is read again.
 */
export function createLocator(
  file: SourceFile,
  chunk: Chunk,
  index: number,
  isPlain: boolean,
): (path: Path) => Position {
  let find: ((path: Path) => number) | undefined;
  return (path) => {
    find ??= isPlain ? locatePlain(file.text, chunk) : locateByEvents(file.text, chunk, index);
    return file.positionAt(find(path));
  };
}

function locateByEvents(text: string, { start, end }: Chunk, index: number) {
  const parsed = parseEventsOf(text.slice(start, end), index);
  return (path: Path) => start + parsed.toWritten(locateEvent(parsed.events, parsed.text, path));
}

interface ParsedEvents extends RepairedText {
  readonly events: readonly Event[];
}

function parseEventsOf(written: string, index: number): ParsedEvents {
  const same: RepairedText = { text: written, toWritten: (offset) => offset };
  const read = eventsOf(same) ?? eventsOf(repairIndentation(written)) ?? { ...same, events: [] };
  const starts = read.events.flatMap((event, at) => (event.type === 1 ? [at] : []));
  return { ...read, events: read.events.slice(starts[index] ?? 0, starts[index + 1]) };
}

function eventsOf(text: RepairedText | undefined): ParsedEvents | undefined {
  if (text === undefined) return undefined;
  try {
    const maxDepth = kubernetesYaml.maxDepth ?? 100;
    return { ...text, events: parseEvents(text.text, { maxDepth }) };
  } catch {
    return undefined;
  }
}
