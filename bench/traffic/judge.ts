import { binomialInterval } from "./binomial-interval.ts";
import type { TrafficResult } from "./traffic-result.ts";

/** Whether a run is as expected, and the sentence that says what was seen. */
export interface Judgement {
  readonly pass: boolean;
  readonly message: string;
}

/** A run of traffic; one of `bench(mesh)` also knows the tries that the upstream counted. */
export type Judged = TrafficResult & { readonly upstreamTries?: Readonly<Record<string, number>> };

/**
 * Whether the answers are spread over versions as the weights say, each within the exact binomial interval. The
 * confidence is that of the whole judgement: with k versions each gets a k-th of the error (Bonferroni). A weight 0
 * and a version that is not named allow no answer at all.
 */
export function judgeSplit(
  run: Judged,
  weights: Readonly<Record<string, number>>,
  confidence = 0.999,
): Judgement {
  const answered = sum(run.versions);
  const whole = sum(weights);
  if (whole <= 0)
    throw new RangeError("toSplit needs weights above 0, for example { v1: 90, v2: 10 }");
  const versions = [...new Set([...Object.keys(weights), ...Object.keys(run.versions)])].sort();
  // The shares of two versions are one number, so they are one judgement.
  const shares = Object.values(weights).filter((weight) => weight > 0).length;
  const judgements = shares <= 2 ? 1 : shares;
  const each = 1 - (1 - confidence) / judgements;
  const lines = versions.map((version) => {
    const share = (weights[version] ?? 0) / whole;
    const { low, high } = binomialInterval(answered, share, each);
    const count = run.versions[version] ?? 0;
    const pass = count >= low && count <= high;
    const wanted = `${String(low)} to ${String(high)} wanted for ${String(weights[version] ?? 0)} of ${String(whole)}`;
    return { pass, text: `${pass ? "  " : "✗ "}${version}: ${String(count)} (${wanted})` };
  });
  const silent = run.sent - answered;
  const head = `${String(answered)} of ${String(run.sent)} requests answered by a version`;
  const rest = silent > 0 ? [describeFailures(run)] : [];
  return {
    pass: answered > 0 && lines.every((line) => line.pass),
    message: [
      `${head}, confidence ${String(confidence)}`,
      ...lines.map(({ text }) => text),
      ...rest,
    ].join("\n"),
  };
}

/** Whether the upstream saw every request exactly so many times. */
export function judgeTries(run: Judged, tries: number): Judgement {
  const seen = run.upstreamTries ?? run.tries;
  const counted = sum(seen);
  const pass = counted === run.sent && (seen[String(tries)] ?? 0) === counted;
  const unseen = run.sent - counted;
  const note = unseen > 0 ? `; ${String(unseen)} not seen by the upstream` : "";
  return {
    pass,
    message: `tries by number of requests: ${JSON.stringify(seen)}${note}, wanted ${String(tries)} each`,
  };
}

/** Whether every request succeeded, and at least one was sent. */
export function judgeSuccess(run: Judged): Judgement {
  const head = `${String(run.succeeded)} of ${String(run.sent)} requests succeeded`;
  return {
    pass: run.sent > 0 && run.failed === 0,
    message: run.failed === 0 ? head : `${head}\n${describeFailures(run)}`,
  };
}

/**
 * Whether no request reached the service: each was refused on its connection (refused, reset or TLS) or, when a status
 * is given, answered with it by a proxy and not by the service.
 */
export function judgeRefusal(run: Judged, status?: number): Judgement {
  const { refused = 0, reset = 0, tls = 0 } = run.errors;
  const answered = status === undefined ? 0 : (run.statuses[String(status)] ?? 0);
  const reached = sum(run.pods);
  const wanted = status === undefined ? "" : ` or answered with ${String(status)}`;
  return {
    pass: run.sent > 0 && reached === 0 && refused + reset + tls + answered === run.sent,
    message: [
      `${String(run.sent)} requests, ${String(reached)} reached the service; wanted all refused${wanted}`,
      describeFailures(run),
    ].join("\n"),
  };
}

/** Whether every answering service saw this peer identity. */
export function judgeIdentity(run: Judged, identity: string): Judgement {
  const seen = run.identities[identity] ?? 0;
  const pass = seen > 0 && seen === sum(run.identities);
  return {
    pass,
    message: `identities seen: ${JSON.stringify(run.identities)}, wanted ${identity} only`,
  };
}

/** Whether so many milliseconds were enough, for every request or at a percentile. */
export function judgeDuration(
  run: Judged,
  ms: number,
  at: keyof TrafficResult["latency"] = "max",
): Judgement {
  const took = run.latency[at];
  return {
    pass: run.sent > 0 && took <= ms,
    message: `${at} is ${String(took)} ms, wanted at most ${String(ms)} ms`,
  };
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function describeFailures(run: Judged): string {
  const head = `statuses ${JSON.stringify(run.statuses)}, errors ${JSON.stringify(run.errors)}`;
  const samples = run.failures.map(
    ({ status, message, afterMs }) => `  after ${String(afterMs)} ms: ${status} ${message}`,
  );
  return [head, ...samples].join("\n");
}
