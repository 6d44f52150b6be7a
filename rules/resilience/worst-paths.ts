import type { ServiceId } from "../../graph/graph.ts";
import type { TriedCall } from "./call-tries.ts";

/** A chain of calls and the most requests that the last service gets for one at the first. */
export interface CallPath {
  readonly calls: readonly TriedCall[];
  readonly product: number;
  /** Whether it ends where it started, so that every turn multiplies again. */
  readonly cycle: boolean;
}

/**
 * The worst path of every service: of all chains of calls that start there, the one with the largest product. Found by
 * improving all services in rounds; without a multiplying cycle no service improves in as many rounds as there are
 * services, with one it would go on for ever, and the cycle itself is the answer.
 */
export function worstPaths(calls: readonly TriedCall[]): ReadonlyMap<ServiceId, CallPath> {
  const multiplying = findMultiplyingCycle(calls);
  if (multiplying !== undefined) {
    const [first] = multiplying;
    const product = multiplying.reduce((total, each) => total * each.triesOnError, 1);
    return first === undefined
      ? new Map()
      : new Map([[first.call.from, { calls: multiplying, product, cycle: true }]]);
  }
  const best = new Map<ServiceId, CallPath>();
  for (let improved = true; improved;) {
    improved = false;
    for (const each of calls) {
      const path = bestThrough(each, best.get(each.call.to));
      if (path.product <= (best.get(each.call.from)?.product ?? 0)) continue;
      best.set(each.call.from, path);
      improved = true;
    }
  }
  return best;
}

/** Either the callee is what fails, or something behind it. */
function bestThrough(each: TriedCall, behind: CallPath | undefined): CallPath {
  const own = { calls: [each], product: each.tries, cycle: false };
  if (behind === undefined) return own;
  const product = each.triesOnError * behind.product;
  return product > own.product ? { calls: [each, ...behind.calls], product, cycle: false } : own;
}

/** A way back to a service over at least one call that is repeated on errors. */
function findMultiplyingCycle(calls: readonly TriedCall[]): readonly TriedCall[] | undefined {
  for (const each of calls.filter(({ triesOnError }) => triesOnError > 1)) {
    const back = shortestWay(calls, each.call.to, each.call.from);
    if (back !== undefined) return [each, ...back];
  }
  return undefined;
}

function shortestWay(
  calls: readonly TriedCall[],
  from: ServiceId,
  to: ServiceId,
): readonly TriedCall[] | undefined {
  const ways = new Map<ServiceId, readonly TriedCall[]>([[from, []]]);
  for (const [at, way] of ways) {
    if (at === to) return way;
    for (const each of calls) {
      if (each.call.from === at && !ways.has(each.call.to)) ways.set(each.call.to, [...way, each]);
    }
  }
  return undefined;
}
