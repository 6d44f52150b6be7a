import type { Graph, RouteNode, RouteRuleNode } from "../../graph/graph.ts";
import { perList } from "../../graph/per-list.ts";

/** A rule of a route as it is now, and the one that takes its place. */
export interface RulePair {
  readonly route: RouteNode;
  readonly before: RouteRuleNode;
  readonly after: RouteRuleNode;
}

type Routes = Pick<Graph, "routes">;

/**
 * The rules that are in both states: of routes that have a host in common at a gateway in common, those that match the
 * same requests of the same callers, and else those that have one name.
 */
export function rulePairs(before: Routes, after: Routes): readonly RulePair[] {
  return after.routes.flatMap((route) => {
    const old = predecessorsOf(before, route).flatMap(({ rules }) => rules);
    if (old.length === 0) return [];
    const byRequests = new Map(old.map((each) => [requestsOf(each), each] as const).reverse());
    const now = new Set(route.rules.map(requestsOf));
    // One whose requests are still taken by the same rule is not the one that another rule replaces.
    const replaced = old.filter((each) => !now.has(requestsOf(each)));
    const byName = new Map(replaced.map((each) => [each.name, each] as const).reverse());
    return route.rules.flatMap((rule): RulePair[] => {
      const found = byRequests.get(requestsOf(rule)) ?? byName.get(rule.name);
      return found === undefined ? [] : [{ route, before: found, after: rule }];
    });
  });
}

/** The routes of another state that answered the same requests: for one of its hosts, at one of its gateways. */
export function predecessorsOf({ routes }: Routes, route: RouteNode): readonly RouteNode[] {
  const index = byHostAndGateway(routes);
  return [...new Set(keysOf(route).flatMap((key) => index.get(key) ?? []))];
}

const byHostAndGateway = perList((routes: readonly RouteNode[]) => {
  const index = new Map<string, RouteNode[]>();
  for (const route of routes) {
    for (const key of keysOf(route)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [route]);
      else known.push(route);
    }
  }
  return index;
});

function keysOf({ hosts, gateways }: RouteNode): string[] {
  return hosts.flatMap((host) => gateways.map((gateway) => `${host} ${gateway}`));
}

/** Which requests a rule takes, as text; the order of what is alike does not count. */
function requestsOf({ matches, callers = [] }: RouteRuleNode): string {
  const alternatives = matches.map(({ headers, ...rest }) =>
    JSON.stringify([rest, Object.entries(headers).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );
  return JSON.stringify([alternatives.sort(), [...callers].sort()]);
}
