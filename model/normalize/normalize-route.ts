import type { Route, RouteRule } from "../mesh.ts";
import type { RouteInput, RouteRuleInput } from "../schema/route-schema.ts";
import { normalizeMatch } from "./normalize-match.ts";
import { normalizeRetries } from "./normalize-retries.ts";
import { sortedEntries } from "./sorted.ts";

/** Name of the rule for all requests that no other rule matches. */
export const defaultRule = "default";

/** Brings a route into one list of rules, the last of which matches everything. */
export function normalizeRoute(service: string, input: RouteInput): Route {
  const rules = (input.rules ?? []).map((rule, index): RouteRule => {
    const name = rule.name ?? `rule-${String(index)}`;
    return { name, matches: rule.matches.map(normalizeMatch), ...normalizePolicy(rule) };
  });
  return {
    service,
    rules: [...rules, { name: defaultRule, matches: [], ...normalizePolicy(input) }],
  };
}

function normalizePolicy(
  input: Pick<RouteRuleInput, "split" | "timeout" | "retries">,
): Pick<RouteRule, "split" | "timeout" | "retries"> {
  const { split, timeout, retries } = input;
  return {
    ...(split === undefined ? {} : { split: normalizeSplit(split) }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries: normalizeRetries(retries) }),
  };
}

function normalizeSplit(split: Readonly<Record<string, number>>): NonNullable<RouteRule["split"]> {
  return sortedEntries(split).map(([version, weight]) => ({ version, weight }));
}
