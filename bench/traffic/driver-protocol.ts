import { z } from "zod";
import { trafficRequestSchema } from "./traffic-request.ts";
import { trafficResultSchema } from "./traffic-result.ts";

/** What the driver is told, as its one argument in JSON. */
export const driverCommandSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("traffic"),
    traffic: trafficRequestSchema,
    /** End when standard input ends or says `stop`. */
    stoppable: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal("admin"),
    /** Ask the sample service beside which the driver runs. */
    method: z.enum(["GET", "PUT", "DELETE"]),
    path: z.string().startsWith("/"),
    body: z.unknown().optional(),
  }),
]);

/** The one line that the driver prints on standard output. */
export const driverOutputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("traffic"), result: trafficResultSchema }),
  z.object({ kind: z.literal("admin"), status: z.int(), body: z.unknown() }),
  /** It could not run at all. */
  z.object({ kind: z.literal("problem"), message: z.string() }),
]);

export type DriverCommand = z.input<typeof driverCommandSchema>;
export type DriverOutput = z.infer<typeof driverOutputSchema>;
