import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialInterval } from "../../bench/traffic/binomial-interval.ts";
import type { Judged } from "../../bench/traffic/judge.ts";
import { registerTrafficMatchers } from "../../bench/traffic/matchers.ts";

registerTrafficMatchers(expect);

/** A run of so many answered requests, with what a test changes. */
function run(change: Partial<Judged> = {}): Judged {
  const sent = change.sent ?? 100;
  return {
    run: "0a1b2c3d",
    url: "http://cart:8080/",
    from: { service: "web", version: "v1", pod: "web-1" },
    startedAt: "2026-01-01T00:00:00.000Z",
    elapsedMs: 1000,
    endedBy: "count",
    sent,
    succeeded: sent,
    failed: 0,
    statuses: { "200": sent },
    errors: {},
    versions: { v1: sent },
    pods: { "cart-1": sent },
    identities: { none: sent },
    tries: { "1": sent },
    latency: { min: 1, mean: 2, p50: 2, p90: 3, p99: 4, max: 5 },
    failures: [],
    answers: [],
    ...change,
  };
}

test("toSplit agrees with the interval for every count", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 100 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (sent, weight, seen) => {
        const v1 = Math.round(sent * seen);
        const { low, high } = binomialInterval(sent, weight / 100, 0.999);
        const split = { v1: weight, v2: 100 - weight };
        const result = run({ sent, versions: { v1, v2: sent - v1 } });
        if (v1 >= low && v1 <= high) expect(result).toSplit(split);
        else expect(result).not.toSplit(split);
      },
    ),
  );
});

test("toSplit takes no answer of a version without weight, and no silence", () => {
  expect(run({ versions: { v1: 99, v3: 1 } })).not.toSplit({ v1: 100 });
  expect(run({ versions: { v1: 99, v2: 1 } })).not.toSplit({ v1: 100, v2: 0 });
  expect(run({ versions: {} })).not.toSplit({ v1: 100 });
  expect(() => {
    expect(run()).toSplit({});
  }).toThrow("weights above 0");
});

test("toSplit of three versions, and what it says when it fails", () => {
  const versions = { v1: 1000, v2: 600, v3: 400 };
  expect(run({ sent: 2000, versions })).toSplit({ v1: 50, v2: 30, v3: 20 });
  expect(() => {
    expect(run({ sent: 2000, versions })).toSplit({ v1: 50, v2: 20, v3: 30 });
  }).toThrow(/✗ v2: 600 \(\d+ to \d+ wanted for 20 of 100\)/);
});

test("toHaveTries believes the upstream's own count before the answers'", () => {
  expect(run()).toHaveTries(1);
  expect(run({ upstreamTries: { "3": 100 } })).toHaveTries(3);
  expect(run({ upstreamTries: { "1": 99, "2": 1 } })).not.toHaveTries(1);
  // One request never came to the upstream.
  expect(run({ upstreamTries: { "1": 99 } })).not.toHaveTries(1);
});

test("toAllSucceed shows the first failures", () => {
  expect(run()).toAllSucceed();
  expect(run({ sent: 0 })).not.toAllSucceed();
  const failures = [{ request: "a-1", afterMs: 12, status: "503", message: "no healthy upstream" }];
  const failed = run({ succeeded: 99, failed: 1, statuses: { "200": 99, "503": 1 }, failures });
  expect(() => {
    expect(failed).toAllSucceed();
  }).toThrow(/99 of 100.*no healthy upstream/s);
});

test("toBeRefused is about connections, or a proxy's status; a service that was reached is not refusal", () => {
  const nobody = { versions: {}, pods: {}, identities: {}, tries: {}, succeeded: 0, failed: 100 };
  expect(
    run({ ...nobody, statuses: { error: 100 }, errors: { reset: 90, refused: 10 } }),
  ).toBeRefused();
  expect(run({ ...nobody, statuses: { error: 100 }, errors: { timeout: 100 } })).not.toBeRefused();
  expect(run({ ...nobody, statuses: { "403": 100 } })).toBeRefused({ status: 403 });
  expect(run({ ...nobody, statuses: { "403": 100 } })).not.toBeRefused();
  expect(run({ statuses: { "403": 100 }, failed: 100 })).not.toBeRefused({ status: 403 });
});

test("toHaveIdentity wants this identity and no other", () => {
  const identity = "spiffe://shop.example/ns/shop/sa/web";
  expect(run({ identities: { [identity]: 100 } })).toHaveIdentity(identity);
  expect(run({ identities: { [identity]: 99, none: 1 } })).not.toHaveIdentity(identity);
  expect(run({ identities: {} })).not.toHaveIdentity(identity);
});

test("toTakeAtMost is about the slowest request unless a percentile is named", () => {
  expect(run()).toTakeAtMost(5);
  expect(run()).not.toTakeAtMost(4);
  expect(run()).toTakeAtMost(3, { at: "p90" });
});

test("what is not a run is refused with a hint", () => {
  expect(() => expect(Promise.resolve(run())).toAllSucceed()).toThrow("was it awaited?");
});
