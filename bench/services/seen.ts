import { z } from "zod";

const counts = z.record(z.string(), z.int());

/** What one instance has seen since it started or since its counters were last reset. */
export const seenSchema = z.object({
  total: z.int(),
  /** By HTTP status, gRPC code or `ok`; `reset` and `aborted` where no answer was finished. */
  byStatus: counts,
  /** By SPIFFE identity of the direct peer; `none` without one, `other` beyond the bound. */
  byCaller: counts,
  /** Tries of each request by its name; the oldest names are forgotten beyond the bound. */
  byRequest: counts,
});

export type Seen = z.infer<typeof seenSchema>;

/** Counters of one instance, bounded in memory. */
export interface SeenCounters {
  /** Counts a request that came in, and says which try of this name it is, from 1. */
  arrive(id: string, caller: string | undefined): number;
  finish(status: string): void;
  /** The counters; with a run, `byRequest` holds only the requests named `<run>-…`. */
  read(run?: string): Seen;
  reset(): void;
  /** Requests since the process started; a reset does not touch it. */
  served(): number;
}

/** Makes empty counters that remember at most so many request names and callers. */
export function createSeen(bounds = { requests: 100_000, callers: 1000 }): SeenCounters {
  const byRequest = new Map<string, number>();
  const byStatus = new Map<string, number>();
  const byCaller = new Map<string, number>();
  let total = 0;
  let served = 0;
  return {
    arrive(id, caller = "none") {
      total += 1;
      served += 1;
      increment(
        byCaller,
        byCaller.has(caller) || byCaller.size < bounds.callers ? caller : "other",
      );
      if (id === "") return 1;
      const [oldest] = byRequest.keys();
      if (oldest !== undefined && byRequest.size >= bounds.requests && !byRequest.has(id))
        byRequest.delete(oldest);
      return increment(byRequest, id);
    },
    finish: (status) => void increment(byStatus, status),
    read: (run) => ({
      total,
      byStatus: Object.fromEntries(byStatus),
      byCaller: Object.fromEntries(byCaller),
      byRequest: Object.fromEntries(
        [...byRequest].filter(([id]) => run === undefined || id.startsWith(`${run}-`)),
      ),
    }),
    reset() {
      total = 0;
      for (const map of [byRequest, byStatus, byCaller]) map.clear();
    },
    served: () => served,
  };
}

function increment(map: Map<string, number>, key: string): number {
  const value = (map.get(key) ?? 0) + 1;
  map.set(key, value);
  return value;
}
