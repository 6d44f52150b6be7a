import type { Report } from "../../diagnostics/index.ts";
import {
  connectionDestinations,
  rulesAtPort,
  type Manifest,
  type RouteNode,
  type ServiceNode,
} from "../../graph/index.ts";
import { backendRefs } from "./backend-refs.ts";
import type { Channel } from "./gateway-api-options.ts";
import { apiVersion, httpPorts, serviceParent } from "./references.ts";
import { reportLimit } from "./report-limit.ts";
import { requestRoutes, type RoutePlace } from "./request-routes.ts";
import { retryCodes } from "./retry.ts";
import { timeouts } from "./timeouts.ts";

/**
 * The routes of a service for requests from inside the mesh: one for each of its ports, bound to the Service. None
 * where the route says nothing, because a Service distributes requests by itself.
 */
export function meshRoutes(
  route: RouteNode,
  place: RoutePlace,
  channel: Channel,
  report: Report,
): readonly Manifest[] {
  if (!saysSomething(route, channel)) return [];
  const { service } = place;
  const alone = service.ports.length === 1;
  const requests = httpPorts(service).flatMap((port) =>
    requestRoutes({ route: atPort(route, port.number), ...place, port, channel, report }, [
      {
        suffix: alone ? "" : port.name,
        parentRefs: [serviceParent(service.name, port.number)],
      },
    ]),
  );
  return [...requests, ...tcpRoutes(route, service, report)];
}

function atPort(route: RouteNode, port: number): RouteNode {
  return { ...route, rules: rulesAtPort(route.rules, port) };
}

function saysSomething({ rules, service }: RouteNode, channel: Channel): boolean {
  const common = rules.filter(({ callers }) => callers === undefined);
  return common.some(
    (rule) =>
      rule.matches.length > 0 ||
      rule.mirror !== undefined ||
      Object.keys(rule.actions ?? {}).length > 0 ||
      rule.destinations.some(({ host, subset }) => subset !== undefined || host !== service) ||
      Object.keys(timeouts(rule)).length > 0 ||
      retryCodes(rule, channel).length > 0,
  );
}

/** Ports that do not speak HTTP know no requests: only the weights of the default rule reach their connections. */
function tcpRoutes(route: RouteNode, service: ServiceNode, report: Report): readonly Manifest[] {
  const rule = route.rules.at(-1);
  if (rule === undefined) return [];
  const destinations = connectionDestinations(rule, service.host);
  if (destinations.every(({ subset }) => subset === undefined)) return [];
  for (const { number } of service.ports.filter(({ protocol }) => protocol === "tls")) {
    reportLimit(report, rule.origin, {
      message: `cannot split port ${String(number)} of "${route.name}": its protocol is tls; allowed: http, http2, grpc, tcp`,
      fix: "declare the port as tcp, or remove the split",
    });
  }
  const alone = service.ports.length === 1;
  return service.ports
    .filter(({ protocol }) => protocol === "tcp")
    .map(({ name, number }) => ({
      apiVersion,
      kind: "TCPRoute",
      metadata: { name: alone ? route.name : `${route.name}-${name}`, namespace: route.namespace },
      spec: {
        parentRefs: [serviceParent(service.name, number)],
        rules: [
          {
            backendRefs: backendRefs(destinations, {
              ...{ service, services: [service] },
              port: number,
              from: route.namespace,
            }),
          },
        ],
      },
    }));
}
