import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeen } from "../../bench/services/seen.ts";

test("tries are counted by the request's name and read by run", () => {
  const seen = createSeen();
  expect([
    seen.arrive("a-1", "web"),
    seen.arrive("a-1", "web"),
    seen.arrive("b-1", undefined),
  ]).toEqual([1, 2, 1]);
  seen.finish("200");
  expect(seen.read("a").byRequest).toEqual({ "a-1": 2 });
  expect(seen.read()).toEqual({
    total: 3,
    byStatus: { "200": 1 },
    byCaller: { web: 2, none: 1 },
    byRequest: { "a-1": 2, "b-1": 1 },
  });
  seen.reset();
  expect(seen.read()).toEqual({ total: 0, byStatus: {}, byCaller: {}, byRequest: {} });
  expect(seen.served()).toBe(3);
});

test("memory is bounded whatever names come, and the total is not lost", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (arrivals) => {
      const seen = createSeen({ requests: 5, callers: 3 });
      for (const [id, caller] of arrivals) seen.arrive(id, caller);
      const { total, byRequest, byCaller } = seen.read();
      expect(total).toBe(arrivals.length);
      expect(Object.keys(byRequest).length).toBeLessThanOrEqual(5);
      // The named ones and `other`.
      expect(Object.keys(byCaller).length).toBeLessThanOrEqual(4);
      expect(Object.values(byCaller).reduce((sum, count) => sum + count, 0)).toBe(total);
    }),
  );
});
