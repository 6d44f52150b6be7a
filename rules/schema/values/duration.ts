const nanoseconds: Readonly<Record<string, number>> = {
  h: 3.6e12,
  m: 6e10,
  s: 1e9,
  ms: 1e6,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ns: 1,
};

/** Reads a duration as Istio does (`1.5s`, `-3ms`, `1h30m`, `0`), in whole nanoseconds. */
export function durationNanoseconds(text: string): number | undefined {
  const [, sign, parts] = /^([-+]?)(.*)$/.exec(text) ?? [];
  if (parts === "0") return 0;
  if (parts === undefined || !/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|us|µs|μs|ns|m|s))+$/.test(parts)) {
    return undefined;
  }
  let total = 0;
  for (const [, count, unit] of parts.matchAll(/(\d+\.?\d*|\.\d+)(h|ms|us|µs|μs|ns|m|s)/g)) {
    total += Math.round(Number(count) * (nanoseconds[unit ?? ""] ?? 0));
  }
  return sign === "-" ? -total : total;
}

export const millisecond = 1e6;
export const second = 1e9;

/** Durations are at least 1 ms, and whole milliseconds. */
export function durationProblem(duration: number): string | undefined {
  if (duration < millisecond) return "the duration must be at least 1ms";
  if (duration % millisecond !== 0) return "a duration is counted in whole milliseconds";
  return undefined;
}
