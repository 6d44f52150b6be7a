import type { Graph, RouteNode, RouteRuleNode } from "./graph.ts";
import { perList } from "./per-list.ts";

/** The rules of all routes, in order. */
export function rulesOf({ routes }: Pick<Graph, "routes">): readonly RouteRuleNode[] {
  return allRules(routes);
}

const allRules = perList((routes: Graph["routes"]) => routes.flatMap(({ rules }) => rules));

/** The routes of a model: those that were not lifted from an object. */
export function builtRoutes({ routes }: Pick<Graph, "routes">): readonly RouteNode[] {
  return ofModels(routes);
}

const ofModels = perList((routes: Graph["routes"]) =>
  routes.filter(({ origin }) => origin.object === undefined),
);
