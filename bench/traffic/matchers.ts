import {
  judgeDuration,
  judgeIdentity,
  judgeRefusal,
  judgeSplit,
  judgeSuccess,
  judgeTries,
  type Judged,
  type Judgement,
} from "./judge.ts";
import { trafficResultSchema, type TrafficResult } from "./traffic-result.ts";

/** What `registerTrafficMatchers` adds to `expect`. */
export interface TrafficMatchers<R> {
  /**
   * The versions answered as the weights say, within the exact binomial interval; a right split fails one run in
   * `1 / (1 - confidence)`, by default (0.999) one in a thousand.
   */
  toSplit(weights: Readonly<Record<string, number>>, options?: { readonly confidence?: number }): R;
  /** The upstream saw every request exactly so many times. Tries, not retries: 1 is no retry. */
  toHaveTries(tries: number): R;
  /** Every request succeeded: HTTP status below 400, gRPC `OK`. */
  toAllSucceed(): R;
  /** No request reached the service: reset, refused, or answered by a proxy with the given status. */
  toBeRefused(options?: { readonly status?: number }): R;
  /** Every answering service saw this SPIFFE identity in the caller's certificate, and only this. */
  toHaveIdentity(identity: string): R;
  /** The slowest request (or the given percentile) took at most so many milliseconds. */
  toTakeAtMost(ms: number, options?: { readonly at?: keyof TrafficResult["latency"] }): R;
}

/** The matchers of a value: usable only on a run of traffic. */
type MatchersOf<R, T> = TrafficMatchers<T extends Judged ? R : never>;

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    toSplit: MatchersOf<R, T>["toSplit"];
    toHaveTries: MatchersOf<R, T>["toHaveTries"];
    toAllSucceed: MatchersOf<R, T>["toAllSucceed"];
    toBeRefused: MatchersOf<R, T>["toBeRefused"];
    toHaveIdentity: MatchersOf<R, T>["toHaveIdentity"];
    toTakeAtMost: MatchersOf<R, T>["toTakeAtMost"];
  }
}

/** Adds the traffic matchers to vitest's (or any compatible) `expect`; call it once, in a setup file. */
export function registerTrafficMatchers(expect: { extend(matchers: object): void }): void {
  const matchers = {
    toSplit: matcher((run, weights: Record<string, number>, options?: { confidence?: number }) =>
      judgeSplit(run, weights, options?.confidence),
    ),
    toHaveTries: matcher((run, tries: number) => judgeTries(run, tries)),
    toAllSucceed: matcher((run) => judgeSuccess(run)),
    toBeRefused: matcher((run, options?: { status?: number }) =>
      judgeRefusal(run, options?.status),
    ),
    toHaveIdentity: matcher((run, identity: string) => judgeIdentity(run, identity)),
    toTakeAtMost: matcher((run, ms: number, options?: { at?: keyof TrafficResult["latency"] }) =>
      judgeDuration(run, ms, options?.at),
    ),
  } satisfies Record<keyof TrafficMatchers<void>, unknown>;
  expect.extend(matchers);
}

function matcher<Wanted extends unknown[]>(
  judge: (run: Judged, ...wanted: Wanted) => Judgement,
): (received: unknown, ...wanted: Wanted) => { pass: boolean; message: () => string } {
  return (received, ...wanted) => {
    if (!isRun(received))
      throw new TypeError("expected the result of a traffic run; was it awaited?");
    const { pass, message } = judge(received, ...wanted);
    return { pass, message: () => (pass ? `not wanted, but so it was: ${message}` : message) };
  };
}

function isRun(received: unknown): received is Judged {
  return trafficResultSchema.safeParse(received).success;
}
