import { coversMatch } from "../../model/covers-match.ts";
import type { PathMatch, Rewrite } from "../../model/index.ts";
import { isUnderPath } from "../../model/under-path.ts";
import { underHostPath } from "../../model/under-rewrite.ts";
import type { HostPart, RouteRuleNode, RuleMatch } from "../graph.ts";

/** One match of a rule, and the path that the service gets where that is another one for this match. */
interface Narrowed {
  readonly match: RuleMatch;
  readonly rewrite: Rewrite["path"];
}

/**
 * The rules of a service for one part of a host, or for what is left of it: each match only as far as it is below the
 * part's path and not below one of those that are handed over inside of it. What no request can reach there is left
 * out, be it of use inside the mesh.
 */
export function rulesOfPart(
  rules: readonly RouteRuleNode[],
  part: HostPart | undefined,
  inside: readonly string[],
): readonly RouteRuleNode[] {
  const taken: RuleMatch[] = [];
  return rules.flatMap((rule): readonly RouteRuleNode[] => {
    const all = rule.matches.length === 0 ? [{ headers: {} }] : rule.matches;
    const found = all
      .flatMap((match) => (part === undefined ? asIs(match, rule) : below(match, rule, part)))
      .filter(({ match }) => !inside.some((path) => isUnderPath(match.path, path)))
      .filter(({ match }) => !taken.some((earlier) => coversMatch(earlier, match)));
    if (part === undefined && rule.matches.length === 0) return [rule];
    if (part === undefined) return narrowed(rule, found, rule.name);
    taken.push(...found.map(({ match }) => match));
    return narrowed({ ...rule, part }, found, `${part.name}.${rule.name}`);
  });
}

function asIs(match: RuleMatch, { actions }: RouteRuleNode): readonly Narrowed[] {
  return [{ match, rewrite: actions?.rewrite?.path }];
}

function below(match: RuleMatch, rule: RouteRuleNode, part: HostPart): readonly Narrowed[] {
  const { path } = match;
  const asIs = path === undefined ? [] : [{ asked: path, seen: path }];
  return (underHostPath(path, part) ?? asIs).map((each) => ({
    match: { ...match, path: each.asked },
    rewrite: written(match, rule, each),
  }));
}

/**
 * A prefix is written over where it was matched: where the match is for a longer path now, what it grew by stays. What a
 * rule does not write anew is written where the part says so, unless the proxy answers by itself.
 */
function written(
  { path: before }: RuleMatch,
  { actions = {} }: RouteRuleNode,
  { asked, seen }: PathMatch,
): Rewrite["path"] {
  const rewrite = actions.rewrite?.path;
  const kind = asked.kind === "exact" ? "full" : "prefix";
  if (rewrite === undefined) {
    const isSent = actions.redirect === undefined && actions.respond === undefined;
    return isSent && asked.value !== seen.value ? { kind, value: seen.value } : undefined;
  }
  if (rewrite.kind === "full" || before === undefined || asked === before) return rewrite;
  return { kind, value: `${rewrite.value}${seen.value.slice(before.value.length)}` };
}

/** One rule, or one for each path that is written; none where no request is left for it. */
function narrowed(
  rule: RouteRuleNode,
  found: readonly Narrowed[],
  name: string,
): readonly RouteRuleNode[] {
  const groups = [...Map.groupBy(found, ({ rewrite }) => JSON.stringify(rewrite)).values()];
  return groups.map((group, index) => {
    const path = group[0]?.rewrite;
    return {
      ...rule,
      name: index === 0 ? name : `${name}.${String(index + 1)}`,
      matches: group.map(({ match }) => match),
      ...(path === undefined
        ? {}
        : { actions: { ...rule.actions, rewrite: { ...rule.actions?.rewrite, path } } }),
    };
  });
}
