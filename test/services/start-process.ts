import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const listeningSchema = z.object({
  listening: z.object({
    http: z.int(),
    admin: z.int(),
    grpc: z.int().optional(),
    tcp: z.int().optional(),
  }),
});

export const mainPath = fileURLToPath(new URL("../../bench/services/main.ts", import.meta.url));

/** A sample service as a process of its own, on loopback. */
export interface ServiceProcess {
  readonly child: ChildProcess;
  readonly ports: z.infer<typeof listeningSchema>["listening"];
  /** The environment that a driver in the same container has. */
  readonly environment: Record<string, string>;
  readonly http: string;
  readonly grpc: string;
  readonly tcp: string;
  stop(): Promise<number | null>;
}

/** Starts a sample service on free ports and waits until it listens. */
export async function startService(
  environment: Record<string, string> = {},
  program = mainPath,
): Promise<ServiceProcess> {
  const own = {
    SERVICE: "cart",
    VERSION: "v1",
    NAMESPACE: "shop",
    HOSTNAME: "cart-1",
    ...environment,
  };
  const ports = { HTTP_PORT: "0", ADMIN_PORT: "0", GRPC_PORT: "0", TCP_PORT: "0" };
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env["PATH"], BIND: "127.0.0.1", ...ports, ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const lines = createInterface({ input: child.stdout });
  const [line] = (await Promise.race([once(lines, "line"), exited])) as [unknown];
  const { listening } = listeningSchema.parse(JSON.parse(String(line)));
  return {
    child,
    ports: listening,
    environment: { ...own, ADMIN_PORT: String(listening.admin) },
    http: `http://127.0.0.1:${String(listening.http)}`,
    grpc: `grpc://127.0.0.1:${String(listening.grpc)}`,
    tcp: `tcp://127.0.0.1:${String(listening.tcp)}`,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
  };
}
