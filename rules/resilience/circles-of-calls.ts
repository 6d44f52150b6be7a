import type { CallEdge, ServiceId } from "../../graph/graph.ts";

/**
 * One circle for each group of services that can all reach each other, the same whatever the order of the calls. What
 * no circle leads to is left out first, so that a graph without circles, however large, costs one look at each call.
 */
export function circlesOfCalls(calls: readonly CallEdge[]): readonly (readonly CallEdge[])[] {
  const sorted = behindCircles(calls).toSorted(
    (a, b) => compare(a.from, b.from) || compare(a.to, b.to),
  );
  const next = Map.groupBy(sorted, ({ from }) => from);
  const before = Map.groupBy(sorted, ({ to }) => to);
  const done = new Set<ServiceId>();
  const circles: (readonly CallEdge[])[] = [];
  for (const start of next.keys()) {
    if (done.has(start)) continue;
    const ahead = reach(start, (at) => (next.get(at) ?? []).map(({ to }) => to));
    if (!ahead.has(start)) continue;
    const behind = reach(start, (at) => (before.get(at) ?? []).map(({ from }) => from));
    for (const each of ahead) if (behind.has(each)) done.add(each);
    circles.push(shortestCircle(start, next));
  }
  return circles;
}

/** The calls of services on a circle or behind one: takes away those that nobody calls until there are none. */
function behindCircles(calls: readonly CallEdge[]): readonly CallEdge[] {
  const from = Map.groupBy(calls, (call) => call.from);
  const callers = new Map<ServiceId, number>();
  for (const { to } of calls) callers.set(to, (callers.get(to) ?? 0) + 1);
  const gone = new Set([...from.keys()].filter((each) => !callers.has(each)));
  for (const at of gone) {
    for (const { to } of from.get(at) ?? []) {
      const left = (callers.get(to) ?? 0) - 1;
      callers.set(to, left);
      if (left === 0) gone.add(to);
    }
  }
  return calls.filter((call) => !gone.has(call.from));
}

/** Everything that one step or more leads to. */
function reach(
  start: ServiceId,
  step: (at: ServiceId) => readonly ServiceId[],
): ReadonlySet<ServiceId> {
  const found = new Set<ServiceId>(step(start));
  for (const at of found) for (const each of step(at)) found.add(each);
  return found;
}

/** Breadth first; there is a way back. */
function shortestCircle(
  start: ServiceId,
  next: ReadonlyMap<ServiceId, readonly CallEdge[]>,
): readonly CallEdge[] {
  const cameBy = new Map<ServiceId, CallEdge>();
  const queue = new Set<ServiceId>([start]);
  for (const at of queue) {
    for (const call of next.get(at) ?? []) {
      if (!cameBy.has(call.to)) cameBy.set(call.to, call);
      queue.add(call.to);
    }
    if (cameBy.has(start)) break;
  }
  const circle: CallEdge[] = [];
  for (let at = start, call = cameBy.get(at); call !== undefined; call = cameBy.get(at)) {
    circle.unshift(call);
    at = call.from;
    if (at === start) break;
  }
  return circle;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
