import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LiveResources } from "../../edge/live-resources.ts";
import { removedClusters, transition } from "../../edge/transition.ts";

/** A configuration whose route leads to all of its clusters. */
function serving(...names: readonly string[]): LiveResources {
  const clusters = [...new Set(names)].sort().map((name) => ({ name }));
  return {
    clusters,
    listeners: [{ name: "http" }],
    routes: [{ name: "http", names }],
    secrets: [],
  };
}

const some = fc
  .array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1 })
  .map((names) => serving(...names));

describe("a transition", () => {
  test("adds, changes, then removes", () => {
    const steps = transition(serving("a", "b"), serving("b", "c"));
    expect(steps.map(({ clusters, routes }) => [clusters.map(({ name }) => name), routes])).toEqual(
      [
        [["a", "b", "c"], serving("a", "b").routes],
        [["a", "b", "c"], serving("b", "c").routes],
        [["b", "c"], serving("b", "c").routes],
      ],
    );
  });

  test("of routes only has one step, of nothing none", () => {
    const from = serving("a", "b");
    const to = { ...from, routes: [{ name: "http", names: ["b"] }] };
    expect(transition(from, to)).toEqual([to]);
    expect(transition(from, serving("a", "b"))).toEqual([]);
  });

  test("never routes to a cluster that is not there, before, during or after a step, and arrives", () => {
    fc.assert(
      fc.property(some, some, (from, to) => {
        const steps = transition(from, to);
        let before = from;
        for (const step of steps) {
          // While a step is taken up, each kind may be old or new.
          const both = before.clusters.filter(
            ({ name }) => !removedClusters(before, step).includes(name),
          );
          const names = new Set(both.map(({ name }) => name));
          const used = [before, step].flatMap(({ routes }) =>
            routes.flatMap((each) => each["names"]),
          );
          for (const name of used) expect(names).toContain(name);
          before = step;
        }
        expect(before).toEqual(to);
      }),
    );
  });
});
