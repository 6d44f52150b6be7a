import type { Destination, RouteRuleNode } from "../../graph/graph.ts";
import { weightedRules } from "../../graph/route-rules.ts";
import type { Rule } from "../rule.ts";

/** Below this sum, weights of a manifest are proportions (1 to 3) and not percents. */
const leastPercents = 50;

/**
 * The weights of a rule are not negative and sum to 100. The proxy divides by the sum, so that any other number gives
 * shares that nobody wrote. In a manifest, small weights are proportions, as Istio takes them, and a single destination
 * is what `routing/lone-weight` looks at.
 */
export const splitWeights: Rule = {
  id: "routing/split-weights",
  code: "HED4002",
  severity: "error",
  summary: "the weights of a split sum to 100",
  covers: [],
  reads: ["routes"],
  needs: ["destination"],
  check(graph, find) {
    for (const rule of weightedRules(graph)) {
      const fault = faultOf(rule);
      if (fault === undefined || isSettled(rule)) continue;
      const weights = rule.destinations.map((each) => `${nameOf(each)} ${String(each.weight)}`);
      find({
        outcome: "fail",
        origin: fault.origin,
        message: `${fault.message} (${weights.join(", ")})`,
        fix: "give whole percents, 0 to 100, that sum to 100",
      });
    }
  },
};

/** Of a manifest: proportions; or Istio itself does not take such weights, and the rules of schemas say so. */
function isSettled({ destinations, origin }: RouteRuleNode): boolean {
  if (origin.object === undefined) return false;
  const weights = destinations.map(({ weight }) => weight);
  const sum = weights.reduce((total, each) => total + each, 0);
  if (weights.length === 1 || (sum > 0 && sum < leastPercents)) return true;
  return (
    weights.some((each) => each < 0) || (weights.length > 1 && weights.every((each) => each === 0))
  );
}

function faultOf({ destinations, origin }: RouteRuleNode) {
  const [first] = destinations;
  if (first === undefined) return undefined;
  const negative = destinations.find((each) => each.weight < 0);
  if (negative !== undefined) {
    return { origin: negative.origin, message: `weight ${String(negative.weight)} is negative` };
  }
  const sum = destinations.reduce((total, each) => total + each.weight, 0);
  if (sum === 100) return undefined;
  return destinations.length === 1
    ? {
        origin: first.origin,
        message: `the only destination has weight ${String(sum)}, but gets every request`,
      }
    : { origin, message: `the weights sum to ${String(sum)}, not 100` };
}

function nameOf({ host, subset }: Destination): string {
  return subset ?? host;
}
