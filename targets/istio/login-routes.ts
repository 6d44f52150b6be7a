import type { RouteNode } from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";

/**
 * The routes of a gateway with each host where people log in apart: istiod makes one virtual host of all hosts with the
 * same routes, and a login there would be asked for at each of them.
 */
export function loginRoutes(route: RouteNode, gateways: readonly Gateway[]): readonly RouteNode[] {
  if (route.gateways.includes("mesh")) return [route];
  // A host of which parts are handed over has its own route already.
  if (route.rules.some(({ part }) => part !== undefined)) return [route];
  const gateway = gateways.find((each) =>
    route.gateways.includes(`${each.namespace}/${each.name}`),
  );
  const logins = new Set(
    (gateway?.hosts ?? []).filter(({ login }) => login !== undefined).map(({ host }) => host),
  );
  const apart = route.hosts.filter((host) => logins.has(host));
  if (apart.length === 0) return [route];
  const rest = route.hosts.filter((host) => !logins.has(host));
  const alone = apart.map((host) => ({
    ...route,
    name: `${route.name}-${host.replace("*", "wildcard")}`,
    hosts: [host],
  }));
  return rest.length === 0 ? alone : [{ ...route, hosts: rest }, ...alone];
}
