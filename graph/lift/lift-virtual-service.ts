import type { Path } from "../../diagnostics/index.ts";
import type { Destination, RouteRuleNode } from "../graph.ts";
import { defineLifter, type DecidingPlace, type LiftContext } from "./lifter.ts";
import { qualifyHost } from "./qualify-host.ts";
import { readCallers, readMatches } from "./read-matches.ts";
import { readTimeout, readRetries } from "./read-retries.ts";
import { virtualService, type RuleObject } from "./virtual-service-schema.ts";

const protocols = ["http", "tls", "tcp"] as const;

/** A VirtualService: an ordered list of rules. Mirrors, delegates and redirects send no answer and are left aside. */
export const liftVirtualService = defineLifter({
  kinds: ["networking.istio.io/VirtualService"],
  places: [
    { path: ["spec", "hosts"], fact: "route", missing: true },
    { path: ["spec", "gateways"], fact: "route", missing: true },
    ...protocols.flatMap((protocol) => rulePlaces(["spec", protocol, "*"])),
  ],
  schema: virtualService,
  lift({ spec }, context) {
    if (context.isUnresolved(["spec", "hosts"]) || context.isUnresolved(["spec", "gateways"])) {
      return;
    }
    const known = (texts: readonly (string | undefined)[] | null | undefined): string[] =>
      (texts ?? []).filter((text) => text !== undefined);
    const gateways = known(spec.gateways);
    context.add("routes", {
      name: context.name,
      namespace: context.namespace,
      hosts: known(spec.hosts).map((host) => qualifyHost(host, context.namespace)),
      gateways:
        gateways.length === 0
          ? ["mesh"]
          : gateways.map((each) => qualifyGateway(each, context.namespace)),
      rules: protocols.flatMap((protocol) =>
        (spec[protocol] ?? []).map((rule, index) =>
          readRule(rule ?? {}, ["spec", protocol, index], context),
        ),
      ),
      origin: context.origin([]),
    });
  },
});

function rulePlaces(rule: Path): readonly DecidingPlace[] {
  return [
    { path: [...rule, "route"], fact: "destination", missing: true },
    { path: [...rule, "retries"], fact: "retries", missing: true },
    { path: [...rule, "timeout"], fact: "retries", missing: true },
  ];
}

function qualifyGateway(gateway: string, namespace: string): string {
  return gateway === "mesh" || gateway.includes("/") ? gateway : `${namespace}/${gateway}`;
}

function readRule(rule: RuleObject, path: Path, context: LiftContext): RouteRuleNode {
  const timeout = readTimeout(rule.timeout, [...path, "timeout"], context);
  // Half a retry policy would be judged as if it were the whole.
  const retries =
    context.isUnresolved([...path, "retries"]) || context.isUnresolved([...path, "timeout"])
      ? undefined
      : readRetries(rule.retries, [...path, "retries"], context);
  const callers = readCallers(rule.match ?? [], context.namespace);
  return {
    name: rule.name ?? path.slice(1).join("-"),
    matches: readMatches(rule.match ?? [], context.namespace),
    destinations: readDestinations(rule, [...path, "route"], context),
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries }),
    ...(callers === undefined ? {} : { callers }),
    origin: context.origin(path),
  };
}

/** None where a part of them is not known yet: weights only make sense together. */
function readDestinations(rule: RuleObject, path: Path, context: LiftContext): Destination[] {
  if (context.isUnresolved(path)) return [];
  const routes = rule.route ?? [];
  return routes.flatMap((route, index) => {
    const host = route?.destination?.host;
    if (host === undefined) return [];
    const { subset, port } = route?.destination ?? {};
    return {
      host: qualifyHost(host, context.namespace),
      ...(subset ? { subset } : {}),
      ...(port?.number === undefined ? {} : { port: port.number }),
      weight: route?.weight ?? (routes.length === 1 ? 100 : 0),
      origin: context.origin([...path, index]),
    };
  });
}
