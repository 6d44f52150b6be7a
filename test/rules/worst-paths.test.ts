import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallEdge, ServiceId } from "../../graph/graph.ts";
import type { TriedCall } from "../../rules/resilience/call-tries.ts";
import { worstPaths } from "../../rules/resilience/worst-paths.ts";

const service = fc.integer({ min: 0, max: 5 });

/** A call between two of six services, with its tries. */
const triedCall = fc.record({
  from: service,
  to: service,
  tries: fc.integer({ min: 1, max: 4 }),
  passedOn: fc.boolean(),
});

function toCall({
  from,
  to,
  tries,
  passedOn,
}: {
  from: number;
  to: number;
  tries: number;
  passedOn: boolean;
}): TriedCall {
  const id = (each: number): ServiceId => `shop/${String(each)}`;
  const call: CallEdge = { from: id(from), to: id(to), origin: { path: [], source: "test" } };
  return { call, tries, triesOnError: passedOn ? tries : 1 };
}

/** Every chain of calls from a service, by brute force. */
function worstByForce(calls: readonly TriedCall[], at: ServiceId): number {
  return calls
    .filter(({ call }) => call.from === at)
    .reduce((worst, each) => {
      const behind = each.triesOnError * worstByForce(calls, each.call.to);
      return Math.max(worst, each.tries, behind);
    }, 0);
}

test("without cycles the worst path of every service is the worst of all chains", () => {
  const acyclic = fc
    .array(triedCall, { maxLength: 12 })
    .map((calls) => calls.filter(({ from, to }) => from < to).map(toCall));
  fc.assert(
    fc.property(acyclic, (calls) => {
      const paths = worstPaths(calls);
      for (const { call } of calls) {
        const path = paths.get(call.from);
        expect(path?.product).toBe(worstByForce(calls, call.from));
        expect(path?.calls[0]?.call.from).toBe(call.from);
      }
    }),
  );
});

test("with cycles it ends, and finds one that multiplies if there is one", () => {
  fc.assert(
    fc.property(fc.array(triedCall, { maxLength: 14 }), (input) => {
      const calls = input.filter(({ from, to }) => from !== to).map(toCall);
      const paths = [...worstPaths(calls).values()];
      for (const path of paths.filter((each) => each.cycle)) {
        expect(path.product).toBeGreaterThan(1);
        expect(path.calls.at(-1)?.call.to).toBe(path.calls[0]?.call.from);
      }
    }),
  );
});
