import type { RequestMatch, RouteRule } from "../../model/index.ts";
import type { RuleMatch, ServiceId } from "../graph.ts";

/** The service of a name in the mesh. */
export type SourceOf = (name: string) => ServiceId;

/** Where requests come from. */
export interface Sources {
  /** Undefined for a gateway: its requests come from outside, and a match on a caller never fits. */
  readonly sourceOf: SourceOf | undefined;
  /** The only port that is called; undefined: any. */
  readonly called: number | undefined;
}

/**
 * The matches of a rule as they hold for requests of one caller, or of all; `undefined` where none of them can fit, so
 * that the rule is none.
 */
export function matchesOf(
  { matches }: RouteRule,
  { sourceOf, called }: Sources,
  caller?: ServiceId,
): readonly RuleMatch[] | undefined {
  const fitting = matchesAtPort(matches, called).flatMap(({ from, ...request }): RuleMatch[] => {
    if (from === undefined)
      return [caller === undefined ? request : { ...request, sources: [caller] }];
    const sources = sourceOf === undefined ? [] : from.map(sourceOf);
    if (caller === undefined) return sources.length === 0 ? [] : [{ ...request, sources }];
    return sources.includes(caller) ? [{ ...request, sources: [caller] }] : [];
  });
  return matches.length > 0 && fitting.length === 0 ? undefined : fitting;
}

/** What is left of matches where one port is called, which is no question any more; all of them where it may be any. */
export function matchesAtPort<Match extends RequestMatch>(
  matches: readonly Match[],
  called: number | undefined,
): readonly Match[] {
  if (called === undefined) return matches;
  return matches.flatMap((match) => {
    if (match.port === undefined) return [match];
    const { port, ...rest } = match;
    return port === called ? [rest as Match] : [];
  });
}
