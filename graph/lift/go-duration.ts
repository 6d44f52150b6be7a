import type { Milliseconds } from "../../model/duration.ts";

const unit: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
  us: 0.001,
  ns: 0.000_001,
};

/** Reads a duration as Kubernetes objects write it (`1.5s`, `0.500s`, `1h30m`), rounded to whole milliseconds. */
export function parseGoDuration(text: string): Milliseconds | undefined {
  if (!/^(?:\d+(?:\.\d+)?(?:h|ms|us|ns|m|s))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, count, name] of text.matchAll(/(\d+(?:\.\d+)?)(h|ms|us|ns|m|s)/g)) {
    total += Number(count) * (unit[name ?? ""] ?? 0);
  }
  return Math.round(total);
}
