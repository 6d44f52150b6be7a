import type { z } from "zod";
import type { driverCommandSchema, DriverOutput } from "./driver-protocol.ts";

type AdminCommand = Extract<z.infer<typeof driverCommandSchema>, { kind: "admin" }>;

/** Asks the admin port of the sample service in the same pod, over loopback; at most five seconds. */
export async function askAdmin(command: AdminCommand, port = "8079"): Promise<DriverOutput> {
  const response = await fetch(`http://127.0.0.1:${port}${command.path}`, {
    method: command.method,
    signal: AbortSignal.timeout(5000),
    ...(command.body === undefined ? {} : { body: JSON.stringify(command.body) }),
  });
  return { kind: "admin", status: response.status, body: await response.json() };
}
