import type { Operation } from "../../model/index.ts";
import { fitsEveryRequest } from "../../model/fits-every-request.ts";
import type { RouteNode, RouteRuleNode, ServiceId } from "../graph.ts";
import { serviceOfRule } from "../service-of-rule.ts";
import { holdsText } from "./holds-text.ts";
import { isFor, operationsOfRule, type RuleCaller } from "./operations-of-rule.ts";

/**
 * What a caller may do at other services that a route leads to, by their hosts: what any of its rules takes there. No
 * operations mean everything.
 */
export function ledAccess(
  route: Pick<RouteNode, "service" | "rules">,
  caller: RuleCaller,
): ReadonlyMap<string, readonly Operation[]> {
  const found = rulesFor(caller.id, route.rules).flatMap((rule) => {
    const operations = operationsOfRule(rule, caller);
    return operations === undefined
      ? []
      : [...ledTo(route, rule)].map((host) => ({ host, operations }));
  });
  const byHost = Map.groupBy(found, ({ host }) => host);
  return new Map(
    [...byHost].map(([host, all]) => [host, together(all.map((each) => each.operations))]),
  );
}

/** Whether any rule of a route leads to another service. */
export function leadsElsewhere(route: Pick<RouteNode, "service" | "rules">): boolean {
  return route.rules.some((rule) => {
    const own = serviceOfRule(route, rule);
    return rule.destinations.some(({ host }) => host !== own);
  });
}

/** Other services that a rule leads to. */
function ledTo(route: Pick<RouteNode, "service">, rule: RouteRuleNode): ReadonlySet<string> {
  const own = serviceOfRule(route, rule);
  return new Set(rule.destinations.map(({ host }) => host).filter((host) => host !== own));
}

/** The rules that requests of a caller can get to: none after the first one that takes them all. */
function rulesFor(
  id: ServiceId | undefined,
  rules: readonly RouteRuleNode[],
): readonly RouteRuleNode[] {
  const last = rules.findIndex(({ matches, callers, part }) => {
    if (part !== undefined || !isFor(callers, id)) return false;
    if (matches.length === 0) return true;
    return matches.some(
      (match) => match.sentTo === undefined && isFor(match.sources, id) && fitsEveryRequest(match),
    );
  });
  return last === -1 ? rules : rules.slice(0, last + 1);
}

/** Everything where one of them is that; without what another one holds as well. */
function together(lists: readonly (readonly Operation[])[]): readonly Operation[] {
  if (lists.some((each) => each.length === 0)) return [];
  const byText = new Map(lists.flat().map((each) => [JSON.stringify(each), each]));
  const all = [...byText.values()];
  return all.filter((each) => !all.some((other) => other !== each && holds(other, each)));
}

/** Whether all that the narrow operation is about is what the wide one is about as well. */
function holds(wide: Operation, narrow: Operation): boolean {
  const methods =
    wide.methods.length === 0 ||
    (narrow.methods.length > 0 && narrow.methods.every((each) => wide.methods.includes(each)));
  const paths =
    wide.paths.length === 0 ||
    (narrow.paths.length > 0 &&
      narrow.paths.every((each) => wide.paths.some((other) => holdsText(other, each))));
  return methods && paths;
}
