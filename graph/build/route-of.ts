import type { Mesh, Route } from "../../model/index.ts";

/**
 * The route of a service; one rule for everything where the author wrote none. Looks only at own keys, because a service
 * may be called `constructor`.
 */
export function routeOf(mesh: Mesh, service: string): Route {
  const own = Object.hasOwn(mesh.routes, service) ? mesh.routes[service] : undefined;
  return own ?? { service, rules: [{ name: "default", matches: [], actions: {} }] };
}
