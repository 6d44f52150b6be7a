import { z } from "zod";
import { targetUrlSchema } from "./client/target-url.ts";

/** Header (or gRPC metadata key) that carries a plan as JSON. */
export const planHeader = "x-heddle-plan";

/**
 * Header that names one request of one run: `<run>-<number>`. Tries are counted by it, so it survives proxies that
 * write their own `x-request-id`; where it is absent, `x-request-id` counts.
 */
export const requestHeader = "x-heddle-request";

const failSchema = z.strictObject({
  /** The first so many tries of each request fail, the next one succeeds. */
  times: z.int().min(0).max(1000).optional(),
  /** Share of tries that fail, 0 to 1. Without `times` and `rate` every try fails. */
  rate: z.number().min(0).max(1).optional(),
  /** HTTP status of a failure; default 503. */
  status: z.int().min(200).max(599).optional(),
  /** gRPC code of a failure; default 14, UNAVAILABLE. */
  grpc: z.int().min(1).max(16).optional(),
  /** Reset the connection instead of answering (HTTP and TCP). */
  reset: z.boolean().optional(),
});

const delaySchema = z.strictObject({
  /** Wait so many milliseconds before anything else. */
  ms: z.int().min(0).max(600_000),
  /** Only the first so many tries of each request are slow; by default all. */
  times: z.int().min(0).max(1000).optional(),
});

const streamSchema = z.strictObject({
  chunks: z.int().min(1).max(10_000),
  /** Pause between chunks in milliseconds; default 0. */
  everyMs: z.int().min(0).max(60_000).optional(),
  /** Size of each chunk; default 32. */
  bytes: z.int().min(1).max(65_536).optional(),
});

/** One call that a service makes before it answers. */
const callSchema = z.strictObject({
  /** `http://`, `https://`, `grpc://` or `tcp://`. */
  url: targetUrlSchema,
  method: z.string().max(16).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  timeoutMs: z.int().min(1).max(600_000).optional(),
  /** A failed optional call does not fail the caller. */
  optional: z.boolean().optional(),
  /** What the called service shall do; calls nest, so this makes chains. */
  get plan() {
    return planSchema.optional();
  },
});

/**
 * What one request asks of a sample service, in this order: delay, fail, call others, answer (whole or streamed).
 * A plan of the request wins over a standing plan set through the admin port, field by field.
 */
export const planSchema = z.strictObject({
  delay: delaySchema.optional(),
  fail: failSchema.optional(),
  /** Calls, one after the other; a plain text is the URL. A failed call makes the answer a 502. */
  get call() {
    return z
      .array(z.union([targetUrlSchema, callSchema]))
      .max(20)
      .optional();
  },
  stream: streamSchema.optional(),
  /** Put the received body into the report. */
  echo: z.boolean().optional(),
});

export type Plan = z.infer<typeof planSchema>;
export type Call = z.infer<typeof callSchema>;

/** Reads a plan header. Never throws: what is wrong with it comes back as text for the caller. */
export function parsePlan(text: string | undefined): { plan: Plan } | { problem: string } {
  if (text === undefined || text === "") return { plan: {} };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { problem: `${planHeader} is not JSON` };
  }
  const parsed = planSchema.safeParse(data);
  if (parsed.success) return { plan: parsed.data };
  return { problem: `${planHeader}: ${z.prettifyError(parsed.error)}` };
}
