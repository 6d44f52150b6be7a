import type { Report } from "../../diagnostics/index.ts";
import {
  serviceByHost,
  serviceOfRule,
  type Manifest,
  type RouteNode,
  type ServiceNode,
} from "../../graph/index.ts";
import type { Gateway } from "../../model/index.ts";
import type { Channel } from "./gateway-api-options.ts";
import { gatewayBindings } from "./gateway-bindings.ts";
import { keepOrder } from "./keep-order.ts";
import { httpPorts } from "./references.ts";
import { requestRoutes, routeObjects, type RoutePlace } from "./request-routes.ts";
import { requestRules } from "./request-rules.ts";
import { writtenRules } from "./written-rules.ts";

interface GatewayPlace extends Omit<RoutePlace, "service"> {
  readonly gateway: Gateway;
  readonly channel: Channel;
  readonly report: Report;
}

/**
 * The routes of a gateway to one service, at its first port that speaks HTTP; none where no port does. Those of a host of
 * which parts are handed over: then each part has route objects of its own, and no more rules than its service has.
 */
export function gatewayRoutes(
  route: RouteNode,
  { gateway, ...place }: GatewayPlace,
): readonly Manifest[] {
  const bindings = gatewayBindings(gateway, route);
  if (route.rules.some(({ part }) => part !== undefined)) {
    return sharedRoutes(route, place, bindings);
  }
  const service = requestService(route.service, place.services);
  const [port] = service === undefined ? [] : httpPorts(service);
  if (service === undefined || port === undefined) return [];
  return requestRoutes({ route, ...place, service, port }, bindings);
}

/** All of one kind, because route objects of two kinds may not have one host. */
function sharedRoutes(
  route: RouteNode,
  place: Omit<GatewayPlace, "gateway">,
  bindings: ReturnType<typeof gatewayBindings>,
): readonly Manifest[] {
  const { services, channel, report } = place;
  const asked = requestRules(route.rules, { grpc: false, channel });
  const ordered = keepOrder(asked, report).flatMap((each) => writtenRules(each, report));
  const parts = Map.groupBy(ordered, ({ rule }) => rule.part?.path);
  return [...parts.values()].flatMap((rules): readonly Manifest[] => {
    const [first] = rules;
    if (first === undefined) return [];
    const service = requestService(serviceOfRule(route, first.rule), services);
    const [port] = service === undefined ? [] : httpPorts(service);
    if (service === undefined || port === undefined) return [];
    const name = first.rule.part?.name;
    const places = bindings.map((each) => {
      return name === undefined ? each : { ...each, suffix: `${name}-${each.suffix}` };
    });
    return routeObjects({ route, ...place, service, port }, { kind: asked.kind, rules }, places);
  });
}

function requestService(
  host: string | undefined,
  services: readonly ServiceNode[],
): ServiceNode | undefined {
  const service = serviceByHost({ services }, host ?? "");
  return service?.external === true ? undefined : service;
}
