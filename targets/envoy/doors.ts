import type { Gateway, GatewayHost } from "../../model/index.ts";
import { actionFilters } from "./action-filters.ts";
import { portOf } from "./endpoints-of.ts";
import type { Delivery } from "./delivery.ts";
import { downstreamTls } from "./downstream-tls.ts";
import { canQuic, http3Listener, http3Offer, quicTls } from "./http3.ts";
import type { ResolvedSite } from "./edge-site.ts";
import type { Fields, Resource } from "./fields.ts";
import { gatewayExtensions } from "./gateway-extensions.ts";
import { httpConnectionManager } from "./http-connection-manager.ts";
import { httpListener, httpsListener, tcpListener } from "./listener.ts";
import { readinessListener } from "./readiness-listener.ts";
import { routeConfiguration } from "./route-configuration.ts";
import { loginOfHost } from "./login-filter.ts";
import type { servedRoutes, ServedConnections, ServedRoute } from "./served-route.ts";
import { metricsListener } from "./stats.ts";
import { tcpProxy } from "./tcp-proxy.ts";
import { byCertificate, connectionDoors } from "./tls-doors.ts";
import { noRequirement, requirementName, tokenConfig } from "./token-filter.ts";
import { misdirectedHost, redirectHost, virtualHost } from "./virtual-host.ts";

export interface DoorContext {
  readonly site: ResolvedSite;
  readonly delivery: Delivery;
  /** What every request passes before it is routed. */
  readonly filters: readonly Fields[];
  /** The last thing before a request is routed: whoever was refused before does not count. */
  readonly limits: readonly Fields[];
}

export interface Doors {
  readonly listeners: readonly Resource[];
  readonly routes: readonly Resource[];
}

/**
 * The listeners of a gateway and the routes behind them: one route configuration for plain HTTP, one for each
 * certificate. Hosts with one certificate share theirs, because browsers send requests for all of them over one
 * connection.
 */
export function doors(
  gateway: Pick<Gateway, "hosts" | "tcp" | "ports" | "extensions">,
  { requests: served, connections: opaque }: ReturnType<typeof servedRoutes>,
  context: DoorContext,
): Doors {
  const { hosts } = gateway;
  const { site, delivery } = context;
  const requests = hosts.filter(({ carries }) => carries === "requests");
  const tokens = requests.some(({ requires }) => requires !== undefined);
  const streaming = served.some(({ parts }) =>
    parts.some(({ service, others }) =>
      [service, ...others.values()].some((each) => portOf(each).protocol === "grpc"),
    ),
  );
  // Who may not come in gets no answer of a route either.
  const actions = actionFilters(served.map(({ route }) => route));
  const filters = [...context.filters, ...actions, ...context.limits];
  const last = gatewayExtensions(gateway.extensions, "router");
  const filter = (routes: Resource, more: { readonly http3?: boolean } = {}): Fields => {
    const common = { ...context, name: routes.name, routes, streaming, filters, last };
    return httpConnectionManager({ ...common, ...more });
  };
  const plain = requests.some(({ http }) => http !== "refuse")
    ? [plainRoutes(requests, served, { site, tokens, publicPort: gateway.ports.http })]
    : [];
  const secured = byCertificate(requests).map(({ name, tls, hosts: group }) => {
    const virtualHosts = [
      ...virtualHostsOf(group, served, { site, tokens, publicPort: site.listen.publicHttps }),
      misdirectedHost,
    ];
    const names = group.map(({ host }) => host);
    const quic = site.listen.http3 && canQuic(tls);
    const routes = routeConfiguration(
      `https/${name}`,
      virtualHosts,
      quic ? http3Offer(site.listen.publicHttps) : {},
    );
    const transportSocket = downstreamTls(site, { tls, http: true }, delivery);
    const door = { name, hosts: names, transportSocket, filter: filter(routes) };
    const http3 = quic
      ? [
          {
            ...door,
            transportSocket: quicTls(site, tls, delivery),
            filter: filter(routes, { http3: true }),
          },
        ]
      : [];
    return { routes, door, http3 };
  });
  const quic = secured.flatMap(({ http3 }) => http3);
  const tls = [...secured.map(({ door }) => door), ...connectionDoors(gateway, opaque, context)];
  return {
    listeners: [
      ...plain.map((routes) => httpListener(site, filter(routes))),
      ...(tls.length === 0 ? [] : [httpsListener(site, tls)]),
      ...(quic.length === 0 ? [] : [http3Listener(site, quic)]),
      ...tcpListeners(gateway, opaque, site),
      readinessListener(site),
      ...metricsListener(site),
    ],
    routes: [...plain, ...secured.map(({ routes }) => routes)],
  };
}

function tcpListeners(
  { tcp }: Pick<Gateway, "tcp">,
  opaque: readonly ServedConnections[],
  site: ResolvedSite,
): readonly Resource[] {
  return tcp.flatMap(({ name, port }) => {
    const route = opaque.find(({ route: { connections, hosts } }) => {
      return connections?.by === "port" && connections.port === port && hosts.includes("*");
    });
    return route === undefined ? [] : [tcpListener(site, name, tcpProxy(route, site))];
  });
}

interface HostContext {
  readonly site: ResolvedSite;
  /** Whether the gateway checks tokens at any of its hosts. */
  readonly tokens: boolean;
  /** The port as clients see it. */
  readonly publicPort: number;
}

/** Hosts that are served in plain HTTP are answered; others are sent to HTTPS, or unknown. */
function plainRoutes(
  hosts: readonly GatewayHost[],
  served: readonly ServedRoute[],
  context: HostContext,
): Resource {
  const redirected = hosts.filter(({ http }) => http === "redirect").map(({ host }) => host);
  const answered = virtualHostsOf(
    hosts.filter(({ http }) => http === "serve"),
    served,
    context,
  );
  const redirect = redirectHost(redirected, context.site.listen.publicHttps);
  return routeConfiguration("http", redirected.length === 0 ? answered : [...answered, redirect]);
}

/**
 * One virtual host a service that some of the hosts lead to, and where tokens are checked each thing they require; one
 * for each host of which parts are handed over.
 */
function virtualHostsOf(
  hosts: readonly GatewayHost[],
  served: readonly ServedRoute[],
  { site, tokens, publicPort }: HostContext,
): readonly Resource[] {
  const byHost = new Map(hosts.map((each) => [each.host, each]));
  return served.flatMap(({ route, name, parts }): Resource[] => {
    const own = route.hosts.flatMap((host) => byHost.get(host) ?? []);
    return [...Map.groupBy(own, doorName)].map(([door, group]): Resource => {
      const names = group.map(({ host }) => host);
      const [first] = group;
      const requirement = first === undefined ? noRequirement : requirementName(first);
      const filters = {
        ...(first === undefined ? {} : loginOfHost(first)),
        ...(tokens ? tokenConfig(requirement) : {}),
      };
      return virtualHost(
        { name, parts, requirement: door, hosts: names, filters },
        site,
        publicPort,
      );
    });
  });
}

/** What requests meet at a host before they are routed; hosts that share it share a virtual host. */
function doorName(host: GatewayHost): string {
  return host.login === undefined ? requirementName(host) : `${requirementName(host)}#${host.host}`;
}
