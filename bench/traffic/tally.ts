import { createHistogram } from "node:perf_hooks";
import type { Outcome } from "../services/client/sender.ts";
import type { TrafficResult } from "./traffic-result.ts";

/** Most failures, and most characters of a kept body, that a result holds. */
const maxFailures = 5;
const maxBody = 65_536;

/** The part of a result that outcomes add up to. */
export type Sums = Pick<
  TrafficResult,
  | "sent"
  | "succeeded"
  | "failed"
  | "statuses"
  | "errors"
  | "versions"
  | "pods"
  | "identities"
  | "tries"
  | "latency"
  | "failures"
  | "answers"
>;

/** Adds up outcomes in bounded memory. */
export interface Tally {
  add(request: string, afterMs: number, outcome: Outcome): void;
  sums(): Sums;
}

/** Makes an empty tally that keeps so many answers whole. */
export function createTally(keep: number): Tally {
  // Node's own HDR histogram, in microseconds: constant memory and three digits for any number of requests.
  const histogram = createHistogram({ lowest: 1, highest: 3_600_000_000, figures: 3 });
  const sums = emptySums();
  return {
    add(request, afterMs, outcome) {
      sums.sent += 1;
      sums[outcome.ok ? "succeeded" : "failed"] += 1;
      histogram.record(Math.max(1, Math.round(outcome.ms * 1000)));
      increment(sums.statuses, outcome.status);
      if (outcome.error)
        sums.errors[outcome.error.kind] = (sums.errors[outcome.error.kind] ?? 0) + 1;
      addReport(sums, outcome);
      if (!outcome.ok && sums.failures.length < maxFailures) {
        sums.failures.push({
          request,
          afterMs,
          status: outcome.status,
          message: describe(outcome),
        });
      }
      if (!outcome.error && sums.answers.length < keep) {
        const { status, ms, headers, body, report } = outcome;
        const kept = { status, ms, headers, body: body.slice(0, maxBody) };
        sums.answers.push({ ...kept, ...(report ? { report } : {}) });
      }
    },
    sums: () => ({ ...sums, latency: readLatency(histogram) }),
  };
}

function emptySums(): Omit<Sums, "latency"> {
  return {
    sent: 0,
    succeeded: 0,
    failed: 0,
    statuses: {},
    errors: {},
    versions: {},
    pods: {},
    identities: {},
    tries: {},
    failures: [],
    answers: [],
  };
}

function addReport(sums: Omit<Sums, "latency">, { report }: Outcome): void {
  if (!report) return;
  increment(sums.versions, report.version);
  increment(sums.pods, report.pod);
  increment(sums.identities, report.request.peer ?? "none");
  increment(sums.tries, String(report.request.try));
}

function describe({ error, report, body }: Outcome): string {
  if (error) return `${error.kind}: ${error.message}`;
  return report?.failure ?? body.slice(0, 200).trim();
}

function increment(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}

function readLatency(histogram: ReturnType<typeof createHistogram>): Sums["latency"] {
  if (histogram.count === 0) return { min: 0, mean: 0, p50: 0, p90: 0, p99: 0, max: 0 };
  const ms = (micros: number): number => Math.round(micros) / 1000;
  return {
    min: ms(histogram.min),
    mean: ms(histogram.mean),
    p50: ms(histogram.percentile(50)),
    p90: ms(histogram.percentile(90)),
    p99: ms(histogram.percentile(99)),
    max: ms(histogram.max),
  };
}
