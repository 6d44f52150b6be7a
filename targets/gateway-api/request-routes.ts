import type { Report } from "../../diagnostics/index.ts";
import type { Json, Manifest, RouteNode, ServiceNode } from "../../graph/index.ts";
import { backendRefs } from "./backend-refs.ts";
import { checkLimits } from "./check-limits.ts";
import type { Channel, HeaderValues } from "./gateway-api-options.ts";
import type { Binding } from "./gateway-bindings.ts";
import { filters } from "./filters.ts";
import { keepOrder } from "./keep-order.ts";
import { apiVersion } from "./references.ts";
import { requestRules, type RequestRule, type RequestRules } from "./request-rules.ts";
import { retry } from "./retry.ts";
import { timeouts } from "./timeouts.ts";

/** The service of a route, and what is around it. */
export interface RoutePlace {
  readonly service: ServiceNode;
  /** Every service, for copies of requests. */
  readonly services: readonly ServiceNode[];
  /** The GatewayClass, by which header values are written. */
  readonly headerValues: HeaderValues;
}

export interface RequestRouteInput extends RoutePlace {
  readonly route: RouteNode;
  /** The port of the service that requests go to. */
  readonly port: ServiceNode["ports"][number];
  readonly channel: Channel;
  readonly report: Report;
}

/** One route object for each place, all with the same rules; the place's suffix, if any, follows the route's name. */
export function requestRoutes(
  input: RequestRouteInput,
  places: readonly RoutePlaceName[],
): readonly Manifest[] {
  const { route, port, channel, report } = input;
  const asked = requestRules(route.rules, { grpc: port.protocol === "grpc", channel });
  return routeObjects(input, { kind: asked.kind, rules: keepOrder(asked, report) }, places);
}

type RoutePlaceName = Omit<Binding, "hostnames"> & Partial<Binding>;

/** The same of rules that are in the right order already. */
export function routeObjects(
  input: RequestRouteInput,
  { kind, rules: ordered }: Pick<RequestRules, "kind" | "rules">,
  places: readonly RoutePlaceName[],
): readonly Manifest[] {
  const { route, report } = input;
  const rules = ordered.map(withoutRepetition);
  checkLimits(rules, report);
  const list = rules.map((each) => ruleFields(each, kind, input));
  return places.map(({ suffix, parentRefs, hostnames }) => ({
    apiVersion,
    kind,
    metadata: {
      name: suffix === "" ? route.name : `${route.name}-${suffix}`,
      namespace: route.namespace,
    },
    spec: { parentRefs, ...(hostnames === undefined ? {} : { hostnames }), rules: list },
  }));
}

/** Two matches of one path and what is below it say the same here. */
function withoutRepetition({ matches, ...rest }: RequestRule): RequestRule {
  const byText = new Map(
    matches.map((each) => [JSON.stringify(each.json), each] as const).reverse(),
  );
  return {
    ...rest,
    matches: matches.filter((each) => byText.get(JSON.stringify(each.json)) === each),
  };
}

function ruleFields(
  { rule, matches, prefix }: RequestRule,
  kind: "HTTPRoute" | "GRPCRoute",
  { route, service, port, channel, report, services, headerValues }: RequestRouteInput,
): { readonly [key: string]: Json } {
  const at = { port: port.number, from: route.namespace };
  const written = prefix === undefined ? {} : { prefix };
  const list = filters(rule, { services, headerValues, ...at, ...written });
  return {
    name: rule.name,
    ...(matches.length === 0 ? {} : { matches: matches.map(({ json }) => json) }),
    ...(list.length === 0 ? {} : { filters: list }),
    ...(rule.destinations.length === 0
      ? {}
      : { backendRefs: backendRefs(rule.destinations, { service, services, ...at }) }),
    ...(kind === "GRPCRoute" ? {} : { ...timeouts(rule), ...retry(rule, channel, report) }),
  };
}
