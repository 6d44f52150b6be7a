import type { Port, RouteMatch, RouteRule } from "../../model/index.ts";
import type { RuleMatch, ServiceId } from "../graph.ts";

/** The service of a name in the mesh. */
export type SourceOf = (name: string) => ServiceId;

/** What the requests of a route are told by besides what they say. */
export interface Sent {
  /** Undefined: they come from outside, and a match on a caller never fits. */
  readonly sourceOf?: SourceOf;
  /** The ports of the route's service. */
  readonly ports: readonly Port[];
}

/**
 * The matches of a rule as they hold for requests of one caller, or of all; `undefined` where none of them can fit, so
 * that the rule is none.
 */
export function matchesOf(
  { matches }: Pick<RouteRule, "matches">,
  { sourceOf, ports }: Sent,
  caller?: ServiceId,
): readonly RuleMatch[] | undefined {
  const fitting = matches.flatMap(({ from, port, ...said }): RuleMatch[] => {
    const request = { ...said, ...portNumber(port, ports) };
    if (from === undefined)
      return [caller === undefined ? request : { ...request, sources: [caller] }];
    const sources = sourceOf === undefined ? [] : from.map(sourceOf);
    if (caller === undefined) return sources.length === 0 ? [] : [{ ...request, sources }];
    return sources.includes(caller) ? [{ ...request, sources: [caller] }] : [];
  });
  return matches.length > 0 && fitting.length === 0 ? undefined : fitting;
}

/** `parseMesh` has seen to it that there is such a port. */
function portNumber(name: RouteMatch["port"], ports: Sent["ports"]): Pick<RuleMatch, "sentTo"> {
  const port = name === undefined ? undefined : ports.find((each) => each.name === name);
  return port === undefined ? {} : { sentTo: port.number };
}
