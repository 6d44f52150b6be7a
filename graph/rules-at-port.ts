import { fitsEveryRequest } from "../model/fits-every-request.ts";
import type { RouteRuleNode, RuleMatch } from "./graph.ts";

/**
 * The rules of a route for the requests that were sent to one port of its service: without matches on other ports, and
 * without the rules that no request at this port gets to.
 */
export function rulesAtPort(
  rules: readonly RouteRuleNode[],
  port: number,
): readonly RouteRuleNode[] {
  if (rules.every(({ matches }) => matches.every(({ sentTo }) => sentTo === undefined))) {
    return rules;
  }
  const fitting = rules.flatMap((rule): RouteRuleNode[] => {
    const matches = rule.matches.flatMap(({ sentTo, ...match }) =>
      sentTo === undefined || sentTo === port ? [match] : [],
    );
    if (rule.matches.length > 0 && matches.length === 0) return [];
    return [{ ...rule, matches: matches.some(takesAll) ? [] : matches }];
  });
  const last = fitting.findIndex(
    ({ matches, callers }) => matches.length === 0 && callers === undefined,
  );
  return last === -1 ? fitting : fitting.slice(0, last + 1);
}

function takesAll(match: RuleMatch): boolean {
  return match.sources === undefined && fitsEveryRequest(match);
}
