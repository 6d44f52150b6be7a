import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { z } from "zod";

const port = z.coerce.number().int().min(0).max(65_535);

const environmentSchema = z.object({
  SERVICE: z.string().min(1).default("sample"),
  VERSION: z.string().min(1).default("v1"),
  NAMESPACE: z.string().min(1).default("default"),
  HOSTNAME: z.string().min(1).default(hostname()),
  HTTP_PORT: port.optional(),
  GRPC_PORT: port.optional(),
  TCP_PORT: port.optional(),
  ADMIN_PORT: port.default(8079),
  BIND: z.string().default("0.0.0.0"),
  LINGER_MS: z.coerce.number().int().min(0).max(60_000).default(0),
  DRAIN_MS: z.coerce.number().int().min(0).max(600_000).default(20_000),
});

/** How one sample service behaves; all of it comes from the environment. */
export interface Settings {
  readonly service: string;
  readonly version: string;
  readonly namespace: string;
  readonly pod: string;
  readonly instance: string;
  /** Address that the services listen on; default all of IPv4. */
  readonly bind: string;
  /** Default 8080, or 8081 where gRPC or TCP has that. */
  readonly httpPort: number;
  readonly grpcPort: number | undefined;
  readonly tcpPort: number | undefined;
  /** Port of the admin endpoints, on loopback: only this pod's own containers reach it. */
  readonly adminPort: number;
  /** After SIGTERM: not ready, but still accepting for so long; default 0. */
  readonly lingerMs: number;
  /** After that: how long requests in flight may take to finish; default 20 s. */
  readonly drainMs: number;
}

/** Reads the settings; throws one error that names every variable that is wrong. A port 0 means any free one. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.entries(environment).filter(([, value]) => value !== "");
  const parsed = environmentSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new Error(`environment: ${z.prettifyError(parsed.error)}`);
  const values = parsed.data;
  return {
    service: values.SERVICE,
    version: values.VERSION,
    namespace: values.NAMESPACE,
    pod: values.HOSTNAME,
    instance: randomUUID().slice(0, 8),
    bind: values.BIND,
    httpPort: values.HTTP_PORT ?? usualHttpPort(values.GRPC_PORT, values.TCP_PORT),
    grpcPort: values.GRPC_PORT,
    tcpPort: values.TCP_PORT,
    adminPort: values.ADMIN_PORT,
    lingerMs: values.LINGER_MS,
    drainMs: values.DRAIN_MS,
  };
}

function usualHttpPort(...taken: readonly (number | undefined)[]): number {
  return taken.includes(8080) ? 8081 : 8080;
}
