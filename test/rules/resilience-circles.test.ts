import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallEdge, ServiceId } from "../../graph/graph.ts";
import { circlesOfCalls } from "../../rules/resilience/circles-of-calls.ts";

const service = fc.integer({ min: 0, max: 6 });
const call = fc.tuple(service, service).map(([from, to]) => callBetween(from, to));

function callBetween(from: number, to: number): CallEdge {
  const id = (each: number): ServiceId => `shop/${String(each)}`;
  return { from: id(from), to: id(to), origin: { path: [], source: "test" } };
}

/** By brute force: whether calls lead from one service to another. */
function leads(calls: readonly CallEdge[], from: ServiceId, to: ServiceId): boolean {
  const seen = new Set<ServiceId>([from]);
  for (const at of seen) {
    for (const each of calls) {
      if (each.from !== at) continue;
      if (each.to === to) return true;
      seen.add(each.to);
    }
  }
  return false;
}

test("one closed circle for each group that can all reach each other, in any order of the calls", () => {
  fc.assert(
    fc.property(fc.array(call, { maxLength: 16 }), (calls) => {
      const circles = circlesOfCalls(calls);
      for (const circle of circles) {
        for (const [index, each] of circle.entries()) {
          expect(calls).toContain(each);
          expect(each.to).toBe(circle[(index + 1) % circle.length]?.from);
        }
      }
      const names = [...new Set(calls.map(({ from }) => from))];
      const groups = new Set(
        names
          .filter((each) => leads(calls, each, each))
          .map((each) =>
            names.filter((other) => leads(calls, each, other) && leads(calls, other, each)).join(),
          ),
      );
      expect(circles).toHaveLength(groups.size);
      const ways = (list: typeof circles) =>
        list.map((circle) => circle.map(({ from, to }) => `${from} ${to}`));
      expect(ways(circlesOfCalls(calls.toReversed()))).toEqual(ways(circles));
    }),
  );
});

test("a long chain without a circle costs one look at each call", () => {
  const calls = Array.from({ length: 60_000 }, (_, index) => callBetween(index, index + 1));
  expect(circlesOfCalls(calls)).toEqual([]);
});
