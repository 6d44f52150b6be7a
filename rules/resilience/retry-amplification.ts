import type { Finding, Rule } from "../rule.ts";
import { triedCalls } from "./call-tries.ts";
import { cheapestEdge } from "./cheapest-edge.ts";
import { worstPaths, type CallPath } from "./worst-paths.ts";

/** Most requests that one request may become on its way through the mesh. */
const limit = 9;

/**
 * One request never becomes more than 9 at any service: the product of the tries along every chain of calls. Counted
 * are retries that the passed-on error can set off; for the last call of a chain, all. A retry budget bounds them. A cycle of calls with such
 * retries has no limit at all.
 */
export const retryAmplification: Rule = {
  id: "resilience/retry-amplification",
  code: "HED4008",
  severity: "error",
  summary: `one request becomes at most ${String(limit)} along the call graph`,
  covers: [],
  reads: ["services", "calls"],
  needs: [],
  check(graph, find) {
    const paths = [...worstPaths(triedCalls(graph))]
      .filter(([, path]) => path.cycle || path.product > limit)
      .sort(([, a], [, b]) => b.product - a.product || b.calls.length - a.calls.length);
    const told = new Set<string>();
    for (const [start, path] of paths) {
      // The rest of a chain that was reported is no second fault.
      if (told.has(start)) continue;
      for (const { call } of path.calls) told.add(call.from);
      const finding = path.cycle ? describeCycle(path) : describePath(path);
      if (finding !== undefined) find(finding);
    }
  },
};

function describePath(path: CallPath): Finding | undefined {
  const edge = cheapestEdge(path, limit);
  if (edge === undefined) return undefined;
  const { from, to, origin } = edge.call.call;
  const last = path.calls.length - 1;
  const factors = path.calls.map((each, index) =>
    print(index === last ? each.tries : each.triesOnError),
  );
  const left = `at most ${String(edge.attempts)} retries on the call ${from} → ${to}`;
  return {
    outcome: "fail",
    origin,
    message: `one request becomes ${print(path.product)} (${factors.join(" × ")}; at most ${String(limit)}) along ${printPath(path)}`,
    fix: edge.enough
      ? `allow ${left}: the smallest change that is enough`
      : `allow ${left}, then lower the next one of the chain too`,
  };
}

function describeCycle(path: CallPath): Finding | undefined {
  const [first] = path.calls;
  if (first === undefined) return undefined;
  const { from, to, origin } = first.call;
  return {
    outcome: "fail",
    origin,
    message: `calls go round in a circle and each turn multiplies the requests by ${print(path.product)}: ${printPath(path)}`,
    fix: `remove the retries on errors from the call ${from} → ${to}, or break the circle`,
  };
}

function printPath({ calls }: CallPath): string {
  return [calls[0]?.call.from, ...calls.map(({ call }) => call.to)].join(" → ");
}

/** Budgets make fractions of it. */
function print(factor: number): string {
  return String(Math.round(factor * 100) / 100);
}
