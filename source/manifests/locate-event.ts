import { EVENT_ID, getScalarValue, type Event } from "js-yaml";
import type { Path } from "../../diagnostics/index.ts";

/**
 * Offset of what a path names in a parsed document, or of the nearest part of it that is written: a plain value at
 * itself, a map or a list at its key.
 */
export function locateEvent(events: readonly Event[], source: string, path: Path): number {
  let at = 1;
  let offset = startOf(events[at]) ?? 0;
  for (const step of path) {
    const found =
      typeof step === "number" ? item(events, at, step) : entry(events, at, source, step);
    if (found === undefined) break;
    at = found.value;
    offset = (isScalar(events[at]) ? startOf(events[at]) : undefined) ?? found.offset ?? offset;
  }
  return offset;
}

interface Found {
  /** Index of the event of the value. */
  readonly value: number;
  /** Where its key is written, or the item starts. */
  readonly offset: number | undefined;
}

function entry(
  events: readonly Event[],
  map: number,
  source: string,
  key: string,
): Found | undefined {
  if (events[map]?.type !== EVENT_ID.MAPPING) return undefined;
  let at = map + 1;
  while (at < events.length && events[at]?.type !== EVENT_ID.POP) {
    const event = events[at];
    const value = skip(events, at);
    if (event?.type === EVENT_ID.SCALAR && getScalarValue(source, event) === key) {
      return { value, offset: startOf(event) };
    }
    at = skip(events, value);
  }
  return undefined;
}

function item(events: readonly Event[], list: number, index: number): Found | undefined {
  if (events[list]?.type !== EVENT_ID.SEQUENCE) return undefined;
  let at = list + 1;
  for (let count = 0; at < events.length && events[at]?.type !== EVENT_ID.POP; count += 1) {
    if (count === index) return { value: at, offset: startOf(events[at]) };
    at = skip(events, at);
  }
  return undefined;
}

/** Index behind a node with all that is in it. */
function skip(events: readonly Event[], at: number): number {
  let depth = 0;
  for (let index = at; index < events.length; index += 1) {
    const type = events[index]?.type;
    if (type === EVENT_ID.POP) depth -= 1;
    else if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) depth += 1;
    if (depth <= 0) return index + 1;
  }
  return events.length;
}

function isScalar(event: Event | undefined): boolean {
  return event?.type === EVENT_ID.SCALAR;
}

function startOf(event: Event | undefined): number | undefined {
  const start =
    event?.type === EVENT_ID.SCALAR
      ? event.valueStart
      : event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE
        ? event.start
        : event?.type === EVENT_ID.ALIAS
          ? event.anchorStart
          : undefined;
  return start === undefined || start < 0 ? undefined : start;
}
