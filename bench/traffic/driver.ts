/**
 * The traffic driver: `node driver.mjs '<command as JSON>'` inside a workload's container. It prints one line of JSON
 * on standard output (`driver-protocol.ts`) and nothing else there; it always ends, by count and by time.
 */
import { z } from "zod";
import { askAdmin } from "./ask-admin.ts";
import { driverCommandSchema, type DriverOutput } from "./driver-protocol.ts";
import { generateTraffic } from "./generate-traffic.ts";

async function run(argument: string): Promise<DriverOutput> {
  const parsed = driverCommandSchema.safeParse(JSON.parse(argument));
  if (!parsed.success) return { kind: "problem", message: z.prettifyError(parsed.error) };
  const command = parsed.data;
  if (command.kind === "admin") return askAdmin(command, process.env["ADMIN_PORT"]);
  const { SERVICE: service = "", VERSION: version = "", HOSTNAME: pod = "" } = process.env;
  const stop = stopSignal(command.stoppable);
  const result = await generateTraffic(command.traffic, { service, version, pod }, stop);
  return { kind: "traffic", result };
}

function stopSignal(stoppable: boolean): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    controller.abort();
  };
  process.once("SIGTERM", stop).once("SIGINT", stop);
  // Its end is a stop too: whoever started the load is gone.
  if (!stoppable) return controller.signal;
  process.stderr.write("started\n");
  process.stdin.on("data", stop).on("end", stop).on("error", stop);
  return controller.signal;
}

let output: DriverOutput;
try {
  output = await run(process.argv[2] ?? "null");
} catch (error) {
  output = { kind: "problem", message: error instanceof Error ? error.message : String(error) };
}
// Exit only when the line is written: standard output may be a pipe. Open connections must not hold the process.
process.stdout.write(`${JSON.stringify(output)}\n`, () => {
  process.exit(output.kind === "problem" ? 1 : 0);
});
