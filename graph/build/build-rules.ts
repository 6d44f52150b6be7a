import type { Path } from "../../diagnostics/index.ts";
import type { Call, Mesh, Mirror, Route, RouteRule, Service } from "../../model/index.ts";
import type { OriginOf } from "../create-origin.ts";
import { effectivePolicy } from "../effective-policy.ts";
import type {
  Destination,
  MirrorDestination,
  RouteRuleNode,
  RuleMatch,
  ServiceId,
} from "../graph.ts";
import { hostOf, serviceId } from "../names.ts";
import { matchesOf, type SourceOf } from "./build-matches.ts";

/** A caller that has a policy of its own. */
export interface Caller {
  readonly service: Service;
  readonly call: Call;
}

interface RulesInput {
  readonly mesh: Pick<Mesh, "services">;
  readonly service: Service;
  /** Where requests go. Default: the service's own host. */
  readonly host?: string;
  readonly route: Route;
  readonly callers: readonly Caller[];
  /** Undefined for a gateway, whose requests come from no service. */
  readonly sourceOf?: SourceOf;
  readonly origin: OriginOf;
}

/**
 * The rules of one route, first match first. Each of the author's rules comes once for every caller with a policy of
 * its own and then for everybody else, so that the order of the author's matches stays.
 */
export function buildRules(input: RulesInput): RouteRuleNode[] {
  const { mesh, service, route, sourceOf, origin } = input;
  const sent = { ports: service.ports, ...(sourceOf === undefined ? {} : { sourceOf }) };
  return route.rules.flatMap((rule, index) => {
    const path = rulePath(route, index);
    const answered = isAnswered(rule);
    // What the proxy answers itself has no deadline and no retries: it is the same rule for every caller.
    const callers = answered ? [] : input.callers;
    const common = {
      destinations: answered ? [] : destinations(input, rule, path),
      ...(rule.mirror === undefined ? {} : { mirror: mirrorOf(rule.mirror, mesh) }),
      actions: rule.actions,
    };
    const own = callers.flatMap(({ service: caller, call }): RouteRuleNode[] => {
      const id = serviceId(caller);
      const matches = matchesOf(rule, sent, id);
      if (matches === undefined) return [];
      return [
        {
          name: `${rule.name}/${caller.name}`,
          matches,
          ...common,
          ...effectivePolicy(call, rule),
          callers: [id],
          origin: origin(["services", caller.name, "calls", service.name]),
        },
      ];
    });
    const matches = without(
      matchesOf(rule, sent),
      own.flatMap((each) => each.callers ?? []),
    );
    if (matches === undefined) return own;
    const all: RouteRuleNode = {
      name: rule.name,
      matches,
      ...common,
      ...effectivePolicy({}, rule),
      ...ownersOf(matches),
      origin: origin(path),
    };
    return [...own, all];
  });
}

/** The matches of the others: who has a rule of its own gets no further. `undefined` where none is left. */
function without(
  matches: readonly RuleMatch[] | undefined,
  served: readonly ServiceId[],
): readonly RuleMatch[] | undefined {
  if (matches === undefined || matches.length === 0) return matches;
  const left = matches.flatMap((match): RuleMatch[] => {
    if (match.sources === undefined) return [match];
    const sources = match.sources.filter((each) => !served.includes(each));
    return sources.length === 0 ? [] : [{ ...match, sources }];
  });
  return left.length === 0 ? undefined : left;
}

function isAnswered({ actions }: RouteRule): boolean {
  return actions.redirect !== undefined || actions.respond !== undefined;
}

function mirrorOf(
  { service: name, version, percent }: Mirror,
  { services }: Pick<Mesh, "services">,
): MirrorDestination {
  const service = services[name];
  return {
    host: service === undefined ? name : hostOf(service),
    ...(version === undefined ? {} : { subset: version }),
    percent,
  };
}

/** A rule whose every match names callers is theirs. */
function ownersOf(matches: RouteRuleNode["matches"]): Pick<RouteRuleNode, "callers"> {
  const sources = matches.flatMap((each) => each.sources ?? []);
  const open = matches.some((each) => each.sources === undefined);
  return matches.length === 0 || open ? {} : { callers: [...new Set(sources)] };
}

function rulePath({ service, rules }: Route, index: number): Path {
  return index === rules.length - 1 ? ["routes", service] : ["routes", service, "rules", index];
}

function destinations(
  { mesh, service: owner, host = hostOf(owner), origin }: RulesInput,
  rule: RouteRule,
  path: Path,
): readonly Destination[] {
  if (rule.destinations !== undefined) {
    return rule.destinations.flatMap(({ service: name, version, weight }): Destination[] => {
      const service = mesh.services[name];
      if (service === undefined) return [];
      const subset = version === undefined ? {} : { subset: version };
      return [{ host: hostOf(service), ...subset, weight, origin: origin(path) }];
    });
  }
  if (rule.split === undefined) return [{ host, weight: 100, origin: origin(path) }];
  return rule.split.map(({ version, weight }) => ({
    host,
    subset: version,
    weight,
    origin: origin([...path, "split", version]),
  }));
}
