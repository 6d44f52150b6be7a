import type { Graph, RouteNode, RouteRuleNode } from "./graph.ts";
import { perList } from "./per-list.ts";

/** The rules of all routes, in order. */
export function rulesOf({ routes }: Pick<Graph, "routes">): readonly RouteRuleNode[] {
  return allRules(routes);
}

const allRules = perList((routes: Graph["routes"]) => routes.flatMap(({ rules }) => rules));

/** Those that say something of retries. */
export function retryingRules({ routes }: Pick<Graph, "routes">): readonly RetryingRule[] {
  return withRetries(routes);
}

export type RetryingRule = RouteRuleNode & Required<Pick<RouteRuleNode, "retries">>;

const withRetries = perList((routes: Graph["routes"]) =>
  allRules(routes).filter((rule): rule is RetryingRule => rule.retries !== undefined),
);

/** Those whose weights are not simply one destination with 100 %. */
export function weightedRules({ routes }: Pick<Graph, "routes">): readonly RouteRuleNode[] {
  return withWeights(routes);
}

const withWeights = perList((routes: Graph["routes"]) =>
  allRules(routes).filter(
    ({ destinations }) => destinations.length !== 1 || destinations[0]?.weight !== 100,
  ),
);

/** The routes of a model: those that were not lifted from an object. */
export function builtRoutes({ routes }: Pick<Graph, "routes">): readonly RouteNode[] {
  return ofModels(routes);
}

const ofModels = perList((routes: Graph["routes"]) =>
  routes.filter(({ origin }) => origin.object === undefined),
);
