import type { RouteNode } from "../../graph/index.ts";
import { extension, type Fields } from "./fields.ts";

/** The filters that a route's actions are carried out by, by the names under which routes configure them. */
export const corsFilter = "envoy.filters.http.cors";
export const faultFilter = "envoy.filters.http.fault";

/** The filters that these routes need, in order: a preflight is answered before a fault is made up. */
export function actionFilters(routes: readonly Pick<RouteNode, "rules">[]): readonly Fields[] {
  const actions = routes.flatMap(({ rules }) => rules.flatMap((rule) => rule.actions ?? []));
  return [
    ...(actions.some(({ cors }) => cors !== undefined)
      ? [extension(corsFilter, "envoy.extensions.filters.http.cors.v3.Cors")]
      : []),
    ...(actions.some(({ fault }) => fault !== undefined)
      ? [extension(faultFilter, "envoy.extensions.filters.http.fault.v3.HTTPFault")]
      : []),
  ];
}
