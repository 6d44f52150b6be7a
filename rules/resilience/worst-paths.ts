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
 * services, with one it would go on for ever. So each group of services that go round is answered by its cycle, and
 * left out of the rounds.
 */
export function worstPaths(calls: readonly TriedCall[]): ReadonlyMap<ServiceId, CallPath> {
  const best = new Map<ServiceId, CallPath>();
  let open = calls;
  for (
    let cycle = findMultiplyingCycle(open);
    cycle !== undefined;
    cycle = findMultiplyingCycle(open)
  ) {
    const start = cycle[0].call.from;
    const product = cycle.reduce((total, each) => total * each.triesOnError, 1);
    best.set(start, { calls: cycle, product, cycle: true });
    // What goes round with it, or leads into it, has no limit either: one finding for each such group is enough.
    const round = groupOf(open, start);
    open = open.filter(({ call }) => !round.has(call.from) && !round.has(call.to));
  }
  for (let improved = true; improved;) {
    improved = false;
    for (const each of open) {
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
function findMultiplyingCycle(
  calls: readonly TriedCall[],
): readonly [TriedCall, ...TriedCall[]] | undefined {
  for (const each of calls.filter(({ triesOnError }) => triesOnError > 1)) {
    const back = shortestWay(calls, each.call.to, each.call.from);
    if (back !== undefined) return [each, ...back];
  }
  return undefined;
}

/** The services that a service reaches and that reach it. */
function groupOf(calls: readonly TriedCall[], start: ServiceId): ReadonlySet<ServiceId> {
  const ahead = new Set([start]);
  for (const at of ahead) {
    for (const { call } of calls) if (call.from === at) ahead.add(call.to);
  }
  const behind = new Set([start]);
  for (const at of behind) {
    for (const { call } of calls) if (call.to === at) behind.add(call.from);
  }
  return ahead.intersection(behind);
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
