import type { Path } from "../../diagnostics/index.ts";
import type { Call, Route, RouteRule, Service } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import { effectivePolicy } from "../effective-policy.ts";
import type { Destination, RouteRuleNode } from "../graph.ts";
import { hostOf, serviceId } from "../names.ts";

/** A caller that has a policy of its own. */
export interface Caller {
  readonly service: Service;
  readonly call: Call;
}

interface RulesInput {
  readonly service: Service;
  readonly route: Route;
  readonly callers: readonly Caller[];
  readonly origin: OriginOf;
}

/**
 * The rules of one route, first match first. Each of the author's rules comes once for every caller with a policy of
 * its own and then for everybody else, so that the order of the author's matches stays.
 */
export function buildRules(input: RulesInput): RouteRuleNode[] {
  const { service, route, callers, origin } = input;
  return route.rules.flatMap((rule, index) => {
    const path = rulePath(route, index);
    const common = {
      matches: rule.matches,
      destinations: destinations(service, rule, path, origin),
    };
    const own = callers.map(({ service: caller, call }): RouteRuleNode => ({
      name: `${rule.name}/${caller.name}`,
      ...common,
      ...effectivePolicy(call, rule),
      callers: [serviceId(caller)],
      origin: origin(["services", caller.name, "calls", service.name]),
    }));
    const all = { name: rule.name, ...common, ...effectivePolicy({}, rule), origin: origin(path) };
    return [...own, all];
  });
}

function rulePath({ service, rules }: Route, index: number): Path {
  return index === rules.length - 1 ? ["routes", service] : ["routes", service, "rules", index];
}

function destinations(
  service: Service,
  rule: RouteRule,
  path: Path,
  origin: OriginOf,
): readonly Destination[] {
  const host = hostOf(service);
  if (rule.split === undefined) return [{ host, weight: 100, origin: origin(path) }];
  return rule.split.map(({ version, weight }) => ({
    host,
    subset: version,
    weight,
    origin: origin([...path, "split", version]),
  }));
}
