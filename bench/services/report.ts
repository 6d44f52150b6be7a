import { z } from "zod";

/** Longest body that a report repeats, in characters. */
export const bodyLimit = 65_536;

const receivedSchema = z.object({
  /** Name of the request, see `requestHeader`; empty where the sender gave none. */
  id: z.string(),
  /** Which try of this request it was, from 1: own count, or what the proxy states where that is more. */
  try: z.int().min(1),
  protocol: z.enum(["http", "grpc", "tcp"]),
  method: z.string(),
  path: z.string(),
  host: z.string(),
  headers: z.record(z.string(), z.string()),
  bodyBytes: z.int(),
  /** The body, only when the plan says `echo`. */
  body: z.string().optional(),
  /** SPIFFE identity of the direct peer, as the proxy saw it in the client's certificate. */
  peer: z.string().optional(),
});

const callOutcomeSchema = z.object({
  url: z.string(),
  /** HTTP status, name of the gRPC code, `ok` for TCP, or `error`. */
  status: z.string(),
  ok: z.boolean(),
  ms: z.number(),
  /** Kind and message, where no answer came. */
  error: z.string().optional(),
  get report() {
    return reportSchema.optional();
  },
});

/** Who answered, what it received and whom it called: the body of every answer of a sample service. */
export const reportSchema = z.object({
  service: z.string(),
  version: z.string(),
  namespace: z.string(),
  pod: z.string(),
  /** New with each start of the process. */
  instance: z.string(),
  request: receivedSchema,
  /** Outcome of each call of the plan, in order. */
  get calls() {
    return z.array(callOutcomeSchema);
  },
  /** Requests that this instance has received since it started, this one included. */
  served: z.int(),
  /** Why the answer is a failure: the plan said so, or a call failed. */
  failure: z.string().optional(),
});

export type Report = z.infer<typeof reportSchema>;
export type Received = z.infer<typeof receivedSchema>;
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** Finds the report in an answer: its last line. Gives nothing for answers that a sample service did not write. */
export function parseReport(body: string): Report | undefined {
  const line = body.trimEnd().split("\n").at(-1);
  if (!line?.startsWith("{")) return undefined;
  try {
    const parsed = reportSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
