import { z } from "zod";
import { errorKinds } from "../services/client/sender.ts";
import { tlsFactsSchema } from "../services/client/tls-facts.ts";
import { reportSchema } from "../services/report.ts";

const counts = z.record(z.string(), z.int());

/** What came of a run of traffic. */
export const trafficResultSchema = z.object({
  /** Name of the run: the prefix of its requests' names. */
  run: z.string(),
  url: z.string(),
  /** Who sent, from the environment of the driver. */
  from: z.object({ service: z.string(), version: z.string(), pod: z.string() }),
  startedAt: z.iso.datetime(),
  elapsedMs: z.number(),
  /** What ended it: all requests sent, the time over, or told to stop. */
  endedBy: z.enum(["count", "time", "stop"]),
  sent: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  /** By HTTP status, name of the gRPC code, `ok` for TCP; `error` where no answer came. */
  statuses: counts,
  /** Requests without an answer, by kind of error. */
  errors: z.partialRecord(z.enum(errorKinds), z.int()),
  /** Answers of sample services by version, pod, and the peer identity that they saw (`none` without one). */
  versions: counts,
  pods: counts,
  identities: counts,
  /** How many requests took so many tries, as the answers say: `{"1": 1990, "3": 10}`. */
  tries: counts,
  /** From send to the end of the answer, in milliseconds, failures included; all 0 when nothing was sent. */
  latency: z.object({
    min: z.number(),
    mean: z.number(),
    p50: z.number(),
    p90: z.number(),
    p99: z.number(),
    max: z.number(),
  }),
  /** The last TLS handshake of HTTP or TCP, also one that was refused. */
  tls: tlsFactsSchema.optional(),
  /** The first failures. */
  failures: z.array(
    z.object({ request: z.string(), afterMs: z.number(), status: z.string(), message: z.string() }),
  ),
  /** The first answers, whole, as many as `keep` asks for. */
  answers: z.array(
    z.object({
      status: z.string(),
      ms: z.number(),
      headers: z.record(z.string(), z.string()),
      body: z.string(),
      report: reportSchema.optional(),
    }),
  ),
});

export type TrafficResult = z.infer<typeof trafficResultSchema>;
