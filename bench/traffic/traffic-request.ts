import { z } from "zod";
import { targetUrlSchema } from "../services/client/target-url.ts";
import { planSchema } from "../services/plan.ts";

/** Bounded traffic to one target, as the driver sends it. Both `requests` and `seconds` always bound it. */
export const trafficRequestSchema = z.strictObject({
  /** Where to: the scheme says the protocol (`http`, `https`, `grpc`, `grpcs`, `tcp`, `tls`). */
  url: targetUrlSchema,
  /** HTTP method; default GET. */
  method: z
    .string()
    .regex(/^[A-Z]{1,16}$/)
    .default("GET"),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().default(""),
  /** What each request asks of a sample service. */
  plan: planSchema.default({}),
  /** How many requests at most; default 1. */
  requests: z.int().min(1).max(1_000_000).default(1),
  /** No request starts after so many seconds; default 60. */
  seconds: z.number().positive().max(3600).default(60),
  /** Requests in flight at most; default 8. */
  concurrency: z.int().min(1).max(256).default(8),
  /** Requests started a second at most; default no limit. */
  rate: z.number().positive().max(100_000).optional(),
  /** For one request, from start to the end of its answer; default 15,000. */
  timeoutMs: z.int().min(1).max(600_000).default(15_000),
  /** Reuse connections (default), or open one for each request. gRPC always uses one channel, TCP never reuses. */
  connections: z.enum(["keep-alive", "per-request"]).default("keep-alive"),
  /** Dial this instead of the URL's host and port: a gateway's address for a public host, for example. */
  connect: z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535) }).optional(),
  tls: z
    .strictObject({
      /** Trusted roots as PEM; default the public ones. */
      ca: z.string().optional(),
      /** SNI and the name that the certificate must carry; default the URL's host. */
      servername: z.string().optional(),
      /** Refuse a chain that does not verify; default true. The facts are in the result either way. */
      verify: z.boolean().default(true),
    })
    .optional(),
  /** How many answers to keep whole in the result; default 1. */
  keep: z.int().min(0).max(20).default(1),
});

/** Traffic with every default filled in. */
export type TrafficRequest = z.infer<typeof trafficRequestSchema>;
/** Traffic as a user writes it. */
export type TrafficRequestInput = z.input<typeof trafficRequestSchema>;
