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

const part = /(\d+\.?\d*|\.\d+)(h|ms|us|µs|μs|ns|m|s)/y;

/** Reads a duration as Istio does (`1.5s`, `-3ms`, `1h30m`, `0`), in whole nanoseconds. */
export function durationNanoseconds(text: string): number | undefined {
  const start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  if (text.length === start + 1 && text.endsWith("0")) return 0;
  let total = 0;
  let end = start;
  do {
    part.lastIndex = end;
    const [whole = "", count, unit = ""] = part.exec(text) ?? [];
    if (whole === "") return undefined;
    total += Math.round(Number(count) * (nanoseconds[unit] ?? 0));
    end += whole.length;
  } while (end < text.length);
  return start === 1 && text.startsWith("-") ? -total : total;
}

export const millisecond = 1e6;
export const second = 1e9;

/** Durations are at least 1 ms, and whole milliseconds. */
export function durationProblem(duration: number): string | undefined {
  if (duration < millisecond) return "the duration must be at least 1ms";
  if (duration % millisecond !== 0) return "a duration is counted in whole milliseconds";
  return undefined;
}
