import type { Report } from "../../diagnostics/index.ts";
import {
  rulesAtPort,
  serviceByHost,
  serviceOfRule,
  type Graph,
  type Json,
  type Manifest,
  type RouteNode,
  type RouteRuleNode,
  type ServiceNode,
} from "../../graph/index.ts";
import { httpProtocols, printDuration } from "../../model/index.ts";
import { atFittingPort } from "../at-fitting-port.ts";
import { meshConnections } from "./connection-route.ts";
import { httpActions, httpAnswer } from "./http-actions.ts";
import { httpMatches } from "./http-match.ts";
import { httpRetries } from "./http-retries.ts";
import { ownHosts } from "./own-hosts.ts";
import { weightedDestinations } from "./weighted-destinations.ts";

/**
 * The routes of one service, inside the mesh or at a gateway, or those of a gateway's host; `undefined` where Istio needs
 * none, because no port speaks HTTP and nothing is split. Every HTTP rule says its retries, if only that there are none:
 * Istio's default is two.
 */
export function virtualService(
  route: RouteNode,
  graph: Pick<Graph, "services">,
  report: Report,
): Manifest | undefined {
  const service = serviceByHost(graph, route.service ?? "");
  const inside = route.gateways.includes("mesh");
  const http = placesOf(route, service).flatMap(({ port, rules }) =>
    rules.map((rule) => {
      const owner = serviceByHost(graph, serviceOfRule(route, rule) ?? "");
      const own = httpPorts(owner);
      const at = port ?? { number: own[0]?.number };
      const copies = rule.mirror === undefined ? undefined : serviceByHost(graph, rule.mirror.host);
      // Another service need not have the port that was called.
      const mirrorPort = copies === owner ? at.number : httpPorts(copies)[0]?.number;
      const isLed = rule.destinations.some(({ host }) => host !== owner?.host);
      if (!isLed) return httpRoute(rule, { port: at, mirrorPort }, report);
      const called = own.find(({ number }) => number === at.number) ?? own[0];
      const destinations = rule.destinations.map((each) =>
        atFittingPort(each, graph, { service: owner, port: called }),
      );
      return httpRoute({ ...rule, destinations }, { port: at, mirrorPort }, report);
    }),
  );
  const isHttp =
    httpPorts(service).length > 0 || route.rules.some(({ part }) => part !== undefined);
  const spec = {
    hosts: ownHosts(route.hosts),
    ...(inside ? {} : { gateways: route.gateways }),
    ...(isHttp ? { http } : {}),
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

/** Rules, and the port that they lead to: at a gateway the first one that carries requests, whosever rule it is. */
interface RulesPlace {
  readonly port?: RulePort;
  readonly rules: readonly RouteRuleNode[];
}

/** Inside the mesh each port that was called has rules of its own. */
function placesOf(
  { gateways, rules }: RouteNode,
  service: ServiceNode | undefined,
): readonly RulesPlace[] {
  if (!gateways.includes("mesh")) return [{ rules }];
  const [first] = httpPorts(service);
  return calledPorts(service).map((port) => ({
    port,
    rules: rulesAtPort(rules, port.number ?? first?.number ?? 0),
  }));
}

/** The port that a rule leads to. */
interface RulePort {
  /** Undefined: the only one that there is. */
  readonly number: number | undefined;
  /** Whether only what was sent to it goes there. */
  readonly matched?: true;
}

/**
 * Requests go on to the port that was called. Istio does so on its own, but its analyzers ask that a destination with
 * several ports names one (IST0112), so that each port that speaks HTTP gets rules of its own.
 */
function calledPorts(service: ServiceNode | undefined): readonly RulePort[] {
  const ports = httpPorts(service);
  if ((service?.ports.length ?? 0) < 2 || ports.length === 0) return [{ number: undefined }];
  if (ports.length === 1) return ports.map(({ number }) => ({ number }));
  return ports.map(({ number }) => ({ number, matched: true }));
}

interface RulePorts {
  readonly port: RulePort;
  readonly mirrorPort: number | undefined;
}

function httpRoute(rule: RouteRuleNode, { port, mirrorPort }: RulePorts, report: Report): Json {
  const match = atPort(httpMatches(rule), port);
  const answer = httpAnswer(rule.actions);
  const named = {
    name: port.matched ? `${rule.name}-${String(port.number)}` : rule.name,
    ...(match.length === 0 ? {} : { match }),
    ...httpActions(rule, mirrorPort),
  };
  // A rule that the proxy answers itself may say nothing of who gets the request.
  if (answer !== undefined) return { ...named, ...answer };
  return {
    ...named,
    route: weightedDestinations(rule.destinations, port.number),
    ...(rule.timeout === undefined ? {} : { timeout: printDuration(rule.timeout) }),
    retries: httpRetries(rule, report),
  };
}

/** None matches everything, which at one of several ports is everything that was sent to it. */
function atPort(matches: readonly Json[], { number, matched }: RulePort): readonly Json[] {
  if (matched === undefined || number === undefined) return matches;
  const all = matches.length === 0 ? [{}] : matches;
  return all.map((match) => ({ ...(match as object), port: number }));
}
