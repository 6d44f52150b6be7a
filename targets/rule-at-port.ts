import { matchesAtPort, type RouteRuleNode } from "../graph/index.ts";

/** A rule for what is sent to one port of its service; `undefined` where it is for other ports alone. */
export function ruleAtPort(
  rule: RouteRuleNode,
  port: number | undefined,
): RouteRuleNode | undefined {
  const matches = matchesAtPort(rule.matches, port);
  if (matches.length === 0 && rule.matches.length > 0) return undefined;
  return { ...rule, matches };
}
