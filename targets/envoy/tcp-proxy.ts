import type { RouteNode } from "../../graph/index.ts";
import { accessLogs } from "./access-log.ts";
import { connectionClusterName } from "./connection-cluster.ts";
import type { ResolvedSite } from "./edge-site.ts";
import { extension, type Fields } from "./fields.ts";
import type { ServedConnections } from "./served-route.ts";

/** Hands whole connections on, by weight where there are several places. One that is silent for an hour is closed. */
export function tcpProxy({ route, service }: ServedConnections, site: ResolvedSite): Fields {
  const [port] = service.ports;
  const name = (subset?: string): string => connectionClusterName(service, port?.number, subset);
  const places = destinations(route);
  const [first, ...others] = places;
  const target: Fields =
    others.length === 0
      ? { cluster: name(first?.subset) }
      : {
          weighted_clusters: {
            // A weight of nothing is not allowed here; who gets none is left out.
            clusters: places
              .filter(({ weight }) => weight > 0)
              .map(({ subset, weight }) => ({ name: name(subset), weight })),
          },
        };
  return extension(
    "envoy.filters.network.tcp_proxy",
    "envoy.extensions.filters.network.tcp_proxy.v3.TcpProxy",
    {
      stat_prefix: route.name,
      ...target,
      idle_timeout: "3600s",
      access_log: accessLogs(site, "connections"),
    },
  );
}

function destinations({ rules }: Pick<RouteNode, "rules">) {
  return rules.at(-1)?.destinations ?? [];
}
