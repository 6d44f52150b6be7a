import type { GatewayHost } from "../../model/index.ts";
import { portOf } from "./endpoints-of.ts";
import type { Delivery } from "./delivery.ts";
import { downstreamTls } from "./downstream-tls.ts";
import type { ServedRoute } from "./edge-config.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";
import { httpConnectionManager } from "./http-connection-manager.ts";
import { httpListener, httpsListener } from "./listener.ts";
import { readinessListener } from "./readiness-listener.ts";
import { routeConfiguration } from "./route-configuration.ts";
import { misdirectedHost, redirectHost, virtualHost } from "./virtual-host.ts";

interface DoorContext {
  readonly site: ResolvedSite;
  readonly delivery: Delivery;
  /** What every request passes before it is routed. */
  readonly filters: readonly Fields[];
}

interface Doors {
  readonly listeners: readonly Resource[];
  readonly routes: readonly Resource[];
}

/**
 * The listeners of a gateway and the routes behind them: one route configuration for plain HTTP, one for each
 * certificate. Hosts with one certificate share theirs, because browsers send requests for all of them over one
 * connection.
 */
export function doors(
  hosts: readonly GatewayHost[],
  served: readonly ServedRoute[],
  context: DoorContext,
): Doors {
  const bySecret = [...Map.groupBy(hosts, ({ tlsSecret }) => tlsSecret ?? "")]
    .filter(([secret]) => secret !== "")
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const plain = plainRoutes(hosts, served, context.site);
  const secured = bySecret.map(([secret, group]) => {
    const virtualHosts = [...virtualHostsOf(group, served), misdirectedHost];
    return { secret, group, routes: routeConfiguration(`https/${secret}`, virtualHosts) };
  });
  const streaming = served.some(({ service }) => portOf(service).protocol === "grpc");
  const filter = (routes: Resource): Fields =>
    httpConnectionManager({ name: routes.name, routes, streaming, ...context });
  const tls = secured.map(({ secret, group, routes }) => ({
    secret,
    hosts: group.map(({ host }) => host),
    transportSocket: downstreamTls(context.site, secret, context.delivery),
    filter: filter(routes),
  }));
  return {
    listeners: [
      httpListener(context.site, filter(plain)),
      ...(tls.length === 0 ? [] : [httpsListener(context.site, tls)]),
      readinessListener(context.site),
    ],
    routes: [plain, ...secured.map(({ routes }) => routes)],
  };
}

/** Plain hosts are answered; the others are sent to HTTPS. */
function plainRoutes(
  hosts: readonly GatewayHost[],
  served: readonly ServedRoute[],
  { listen }: ResolvedSite,
): Resource {
  const plain = hosts.filter(({ tlsSecret }) => tlsSecret === undefined);
  const secured = hosts.filter(({ tlsSecret }) => tlsSecret !== undefined);
  const redirect = redirectHost(
    secured.map(({ host }) => host),
    listen.publicHttps,
  );
  const answered = virtualHostsOf(plain, served);
  return routeConfiguration("http", secured.length === 0 ? answered : [...answered, redirect]);
}

/** One virtual host a service that some of the hosts lead to. */
function virtualHostsOf(hosts: readonly GatewayHost[], served: readonly ServedRoute[]) {
  const names = new Set(hosts.map(({ host }) => host));
  return served.flatMap(({ route, service }): Resource[] => {
    const own = route.hosts.filter((host) => names.has(host));
    return own.length === 0 ? [] : [virtualHost(route, service, own)];
  });
}
