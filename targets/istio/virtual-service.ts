import type { Report } from "../../diagnostics/index.ts";
import {
  serviceByHost,
  type Destination,
  type Graph,
  type Json,
  type Manifest,
  type RouteNode,
  type RouteRuleNode,
  type ServiceNode,
} from "../../graph/index.ts";
import { httpProtocols, printDuration } from "../../model/index.ts";
import { meshConnections } from "./connection-route.ts";
import { httpMatches } from "./http-match.ts";
import { httpRetries } from "./http-retries.ts";
import { ownHosts } from "./own-hosts.ts";

/**
 * The routes of one service, inside the mesh or at a gateway; `undefined` where Istio needs none, because no port speaks
 * HTTP and nothing is split. Every HTTP rule says its retries, if only that there are none: Istio's default is two.
 */
export function virtualService(
  route: RouteNode,
  graph: Pick<Graph, "services">,
  report: Report,
): Manifest | undefined {
  const host = route.rules[0]?.destinations[0]?.host ?? "";
  const service = serviceByHost(graph, host);
  const port = route.gateways.includes("mesh") ? undefined : httpPorts(service)[0]?.number;
  const http = route.rules.map((rule) => httpRoute(rule, port, report));
  const spec = {
    hosts: ownHosts(route.hosts),
    ...(route.gateways.includes("mesh") ? {} : { gateways: route.gateways }),
    ...(httpPorts(service).length === 0 ? {} : { http }),
    ...meshConnections(route, service),
  };
  if (!("http" in spec || "tcp" in spec || "tls" in spec)) return undefined;
  return {
    apiVersion: "networking.istio.io/v1",
    kind: "VirtualService",
    metadata: { name: route.name, namespace: route.namespace },
    spec,
  };
}

function httpPorts(service: ServiceNode | undefined): ServiceNode["ports"] {
  return (service?.ports ?? []).filter(({ protocol }) =>
    httpProtocols.some((each) => each === protocol),
  );
}

function httpRoute(rule: RouteRuleNode, port: number | undefined, report: Report): Json {
  const match = httpMatches(rule);
  return {
    name: rule.name,
    ...(match.length === 0 ? {} : { match }),
    route: destinations(rule.destinations, port),
    ...(rule.timeout === undefined ? {} : { timeout: printDuration(rule.timeout) }),
    retries: httpRetries(rule, report),
  };
}

function destinations(list: readonly Destination[], port?: number): Json {
  return list.map(({ host, subset, weight }) => ({
    destination: {
      host,
      ...(subset === undefined ? {} : { subset }),
      ...(port === undefined ? {} : { port: { number: port } }),
    },
    ...(list.length === 1 && weight === 100 ? {} : { weight }),
  }));
}
