import type { Path } from "../../diagnostics/index.ts";
import type { Graph, Origin, RouteRuleNode, RuleMatch } from "../../graph/graph.ts";
import {
  virtualServiceSpec,
  virtualServiceType,
  type HttpMatch,
  type HttpRoute,
} from "../../graph/kinds/virtual-service.ts";
import { objectsWith } from "../../graph/objects/objects-with.ts";
import { builtRoutes } from "../../graph/route-rules.ts";
import { printDuration } from "../../model/duration.ts";

/** What a rule does to requests, in the words of a VirtualService. */
export type ActingRoute = Pick<
  HttpRoute,
  "match" | "fault" | "retries" | "timeout" | "rewrite" | "redirect"
>;

export interface HttpRule extends ActingRoute {
  /** Where the rule is, and in a manifest the part of it. */
  readonly at: (part: Path) => Origin;
}

/**
 * The rules about requests, one list for each VirtualService that says a field somewhere, and for each route that a mesh
 * has inside: its routes at gateways are the same ones again. Lifted routes hold no actions, and are the VirtualServices
 * themselves.
 */
export function httpRules(
  graph: Pick<Graph, "objects" | "routes">,
  field: keyof ActingRoute,
): readonly (readonly HttpRule[])[] {
  const written = objectsWith(graph, virtualServiceType, field).map((object) =>
    (virtualServiceSpec(object)?.http ?? []).map((route, index): HttpRule => {
      return { ...route, at: (part) => object.origin(["spec", "http", index, ...part]) };
    }),
  );
  const built = builtRoutes(graph)
    .filter(({ service, gateways }) => service !== undefined && gateways.includes("mesh"))
    .map(({ rules }) => rules.map(actingRule));
  return [...written, ...built];
}

function actingRule(rule: RouteRuleNode): HttpRule {
  const { actions = {}, matches, callers, timeout, retries, origin } = rule;
  const { fault, redirect, rewrite } = actions;
  const all = matches.length === 0 && callers !== undefined ? [{ headers: {} }] : matches;
  return {
    match: all.map((each) => httpMatch(each, callers)),
    ...(fault === undefined
      ? {}
      : {
          fault: {
            ...(fault.delay === undefined ? {} : { delay: {} }),
            ...(fault.abort === undefined ? {} : { abort: {} }),
          },
        }),
    ...(timeout === undefined ? {} : { timeout: printDuration(timeout) }),
    ...(retries === undefined ? {} : { retries: { attempts: retries.attempts } }),
    ...(rewrite?.path?.kind === "prefix" ? { rewrite: { uri: rewrite.path.value } } : {}),
    ...(redirect === undefined
      ? {}
      : {
          redirect: {
            uri: redirect.path,
            authority: redirect.host,
            scheme: redirect.scheme,
            port: redirect.port,
          },
        }),
    at: () => origin,
  };
}

/** As targets compile it: what has to be absent is a condition of its own kind, a caller is one as well. */
function httpMatch(
  { path, headers, method, query, authority, sources, sentTo }: RuleMatch,
  callers: RouteRuleNode["callers"],
): HttpMatch {
  const wanted = Object.entries(headers).filter(([, { kind }]) => kind !== "absent");
  const absent = Object.entries(headers).filter(([, { kind }]) => kind === "absent");
  const [caller] = sources ?? callers ?? [];
  return {
    ...(path === undefined ? {} : { uri: { [path.kind]: path.value } }),
    ...(wanted.length === 0 ? {} : { headers: anyValue(wanted) }),
    ...(absent.length === 0 ? {} : { withoutHeaders: anyValue(absent) }),
    ...(method === undefined ? {} : { method: { exact: method } }),
    ...(query === undefined ? {} : { queryParams: anyValue(Object.entries(query)) }),
    ...(authority === undefined ? {} : { authority: { [authority.kind]: authority.value } }),
    ...(caller === undefined ? {} : { sourceLabels: { app: caller } }),
    ...(sentTo === undefined ? {} : { port: sentTo }),
  };
}

/** That there is a condition is what counts here, not which one. */
function anyValue(
  entries: readonly (readonly [string, unknown])[],
): Record<string, Record<string, never>> {
  return Object.fromEntries(entries.map(([name]) => [name, {}]));
}
