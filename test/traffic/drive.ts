import { execa } from "execa";
import { fileURLToPath } from "node:url";
import {
  driverOutputSchema,
  type DriverCommand,
  type DriverOutput,
} from "../../bench/traffic/driver-protocol.ts";
import type { TrafficRequestInput } from "../../bench/traffic/traffic-request.ts";
import type { TrafficResult } from "../../bench/traffic/traffic-result.ts";

export const driverPath = fileURLToPath(new URL("../../bench/traffic/driver.ts", import.meta.url));

/** Starts the driver as a process, as a container would. */
export function startDriver(
  command: DriverCommand,
  {
    environment = {},
    program = driverPath,
  }: { environment?: Record<string, string>; program?: string } = {},
) {
  return execa(process.execPath, [program, JSON.stringify(command)], {
    env: environment,
    reject: false,
    timeout: 60_000,
  });
}

/** Runs one command to its end. */
export async function runDriver(
  command: DriverCommand,
  options: Parameters<typeof startDriver>[1] = {},
): Promise<DriverOutput> {
  const { stdout } = await startDriver(command, options);
  return driverOutputSchema.parse(JSON.parse(stdout));
}

/** Sends traffic to its end. */
export async function drive(
  traffic: TrafficRequestInput,
  options: Parameters<typeof startDriver>[1] = {},
): Promise<TrafficResult> {
  const output = await runDriver({ kind: "traffic", traffic }, options);
  if (output.kind !== "traffic") throw new Error(JSON.stringify(output));
  return output.result;
}
