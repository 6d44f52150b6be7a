import type { RouteRule } from "../../model/index.ts";
import type { RuleMatch, ServiceId } from "../graph.ts";

/** The service of a name in the mesh. */
export type SourceOf = (name: string) => ServiceId;

/**
 * The matches of a rule as they hold for requests of one caller, or of all; `undefined` where none of them can fit, so
 * that the rule is none. Without `sourceOf` requests come from outside, and a match on a caller never fits.
 */
export function matchesOf(
  { matches }: RouteRule,
  sourceOf: SourceOf | undefined,
  caller?: ServiceId,
): readonly RuleMatch[] | undefined {
  const fitting = matches.flatMap(({ from, ...request }): RuleMatch[] => {
    if (from === undefined)
      return [caller === undefined ? request : { ...request, sources: [caller] }];
    const sources = sourceOf === undefined ? [] : from.map(sourceOf);
    if (caller === undefined) return sources.length === 0 ? [] : [{ ...request, sources }];
    return sources.includes(caller) ? [{ ...request, sources: [caller] }] : [];
  });
  return matches.length > 0 && fitting.length === 0 ? undefined : fitting;
}
