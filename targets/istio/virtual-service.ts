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
import { httpActions, httpAnswer } from "./http-actions.ts";
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
  const service = serviceByHost(graph, route.service ?? "");
  const port = route.gateways.includes("mesh") ? undefined : httpPorts(service)[0]?.number;
  const http = route.rules.map((rule) => {
    const copies = rule.mirror === undefined ? undefined : serviceByHost(graph, rule.mirror.host);
    // Another service need not have the port that was called.
    const mirrorPort = copies === service ? port : httpPorts(copies)[0]?.number;
    return httpRoute(rule, { port, mirrorPort }, report);
  });
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

interface RulePorts {
  /** Undefined: the port that was called. */
  readonly port: number | undefined;
  readonly mirrorPort: number | undefined;
}

function httpRoute(rule: RouteRuleNode, { port, mirrorPort }: RulePorts, report: Report): Json {
  const match = httpMatches(rule);
  const answer = httpAnswer(rule.actions);
  const named = {
    name: rule.name,
    ...(match.length === 0 ? {} : { match }),
    ...httpActions(rule, mirrorPort),
  };
  // A rule that the proxy answers itself may say nothing of who gets the request.
  if (answer !== undefined) return { ...named, ...answer };
  return {
    ...named,
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
