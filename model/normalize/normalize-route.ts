import type { Route, RouteDestination, RouteRule } from "../mesh.ts";
import type { RouteInput, RouteRuleInput } from "../schema/route-schema.ts";
import { normalizeActions, normalizeMirror } from "./normalize-actions.ts";
import { normalizeMatch } from "./normalize-match.ts";
import { normalizeRetries } from "./normalize-retries.ts";
import { sortedEntries } from "./sorted.ts";

/** Name of the rule for all requests that no other rule matches. */
export const defaultRule = "default";

/** Brings a route into one list of rules, the last of which matches everything. */
export function normalizeRoute(service: string, input: RouteInput): Route {
  const rules = (input.rules ?? []).map((rule, index): RouteRule => {
    const name = rule.name ?? `rule-${String(index)}`;
    return { name, matches: rule.matches.map(normalizeMatch), ...normalizePolicy(service, rule) };
  });
  return {
    service,
    rules: [...rules, { name: defaultRule, matches: [], ...normalizePolicy(service, input) }],
  };
}

function normalizePolicy(
  service: string,
  input: Omit<RouteRuleInput, "name" | "matches">,
): Omit<RouteRule, "name" | "matches"> {
  const { split, timeout, retries, mirror } = input;
  const destinations = normalizeDestinations(input);
  return {
    ...(split === undefined ? {} : { split: normalizeSplit(split) }),
    ...(destinations === undefined ? {} : { destinations }),
    ...(timeout === undefined ? {} : { timeout }),
    ...(retries === undefined ? {} : { retries: normalizeRetries(retries) }),
    ...(mirror === undefined ? {} : { mirror: normalizeMirror(service, mirror) }),
    actions: normalizeActions(input),
  };
}

function normalizeSplit(split: Readonly<Record<string, number>>): NonNullable<RouteRule["split"]> {
  return sortedEntries(split).map(([version, weight]) => ({ version, weight }));
}

/** One service is that one alone; a service with a number is all of its versions alike. */
function normalizeDestinations({
  service: only,
  services,
}: Pick<RouteRuleInput, "service" | "services">): readonly RouteDestination[] | undefined {
  if (only !== undefined) return [{ service: only, weight: 100 }];
  if (services === undefined) return undefined;
  return sortedEntries(services).flatMap(([service, share]): readonly RouteDestination[] => {
    if (typeof share === "number") return [{ service, weight: share }];
    return normalizeSplit(share).map((each) => ({ service, ...each }));
  });
}
