import type { RouteRuleNode } from "../../graph/index.ts";
import type { RequestMatch as Source } from "../../model/index.ts";
import type { Channel } from "./gateway-api-options.ts";
import { elementsOf, everything, grpcMatch, httpMatch, withRegexPath } from "./request-match.ts";
import type { RequestMatch } from "./request-match.ts";
import { retryCodes } from "./retry.ts";
import { timeouts } from "./timeouts.ts";

/** A rule with its matches in the Gateway API's terms. */
export interface RequestRule {
  readonly rule: RouteRuleNode;
  /** None: every request. */
  readonly matches: readonly RequestMatch[];
  /** What takes the place of the whole elements that its only match names. */
  readonly prefix?: string;
}

export interface RequestRules {
  readonly kind: "HTTPRoute" | "GRPCRoute";
  readonly rules: readonly RequestRule[];
  /** Makes one more match of the same kind, out of paths that the rules have; of elements where one of them is. */
  readonly match: (source: Source, elements?: string) => RequestMatch;
}

/**
 * The rules for all callers, those of single callers left out: a route object does not know who calls. gRPC gets a
 * GRPCRoute where that can say it all; it knows neither deadlines nor retries nor paths that are no gRPC method, and
 * then an HTTPRoute does the same for the HTTP/2 requests that gRPC consists of. Prefixes of whole elements stay such
 * where no rule needs a regular expression.
 */
export function requestRules(
  all: readonly RouteRuleNode[],
  { grpc, channel }: { readonly grpc: boolean; readonly channel: Channel },
): RequestRules {
  const common = all.filter(({ callers }) => callers === undefined).flatMap(expressible);
  if (grpc && common.every((rule) => isGrpc(rule, channel))) {
    const match = (source: Source): RequestMatch => grpcMatch(source) ?? everything;
    return { kind: "GRPCRoute", rules: rulesWith(common, match), match };
  }
  const rules = common.map((rule): RequestRule => {
    const elements = elementsOf(rule.matches);
    const matches = rule.matches.map((each, index) => {
      return httpMatch(each, elements[index] ?? wholePart(rule, each));
    });
    return { rule, matches };
  });
  const hasRegex = rules.some(({ matches }) =>
    matches.some(({ path }) => path.type === "RegularExpression"),
  );
  if (!hasRegex) return { kind: "HTTPRoute", rules, match: httpMatch };
  const match = (source: Source): RequestMatch => withRegexPath(httpMatch(source));
  const explicit = common.map((rule) =>
    rule.matches.length === 0 ? { ...rule, matches: [everything.source] } : rule,
  );
  return { kind: "HTTPRoute", rules: rulesWith(explicit, match), match };
}

/**
 * All that is below a part whose service sees another path is one prefix of whole elements here: what is written for the
 * path itself is another rule, and an exact path comes before any prefix.
 */
function wholePart({ part }: RouteRuleNode, { path }: Source): string | undefined {
  if (part?.rewrite === undefined || path?.kind !== "prefix") return undefined;
  return path.value === `${part.path}/` ? part.path : undefined;
}

/** Without the matches that have no word here (`reportLosses` says which): to leave a condition out would widen them. */
function expressible(rule: RouteRuleNode): readonly RouteRuleNode[] {
  const matches = rule.matches.filter(
    ({ headers, authority, sources }) =>
      authority === undefined &&
      sources === undefined &&
      Object.values(headers).every(({ kind }) => kind !== "absent"),
  );
  if (matches.length === rule.matches.length) return [rule];
  return matches.length === 0 ? [] : [{ ...rule, matches }];
}

function rulesWith(
  rules: readonly RouteRuleNode[],
  match: RequestRules["match"],
): readonly RequestRule[] {
  return rules.map((rule) => ({ rule, matches: rule.matches.map((each) => match(each)) }));
}

/** Actions that a GRPCRoute has no filters for. */
const onlyHttp = ["rewrite", "redirect", "cors"] as const;

/** Whether a GRPCRoute says as much of a rule as an HTTPRoute. */
function isGrpc(rule: RouteRuleNode, channel: Channel): boolean {
  return (
    Object.keys(timeouts(rule)).length === 0 &&
    retryCodes(rule, channel).length === 0 &&
    onlyHttp.every((action) => rule.actions?.[action] === undefined) &&
    rule.matches.every((each) => grpcMatch(each) !== undefined)
  );
}
