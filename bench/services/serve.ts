import { once } from "node:events";
import type { Server } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdminServer } from "./admin-server.ts";
import { createHttpServer } from "./http-server.ts";
import type { Instance } from "./perform.ts";
import { createSeen } from "./seen.ts";
import type { Settings } from "./settings.ts";
import { createStandingPlan } from "./standing-plan.ts";
import { createTcpServer } from "./tcp-server.ts";

/** A running sample service. */
export interface Running {
  /** The ports that it really listens on. */
  readonly ports: { http: number; admin: number; grpc?: number; tcp?: number };
  /** Stops accepting, finishes what is in flight within the drain time, then cuts. Resolves when all is closed. */
  stop(): Promise<void>;
}

/** Starts every server that the settings ask for; resolves when all listen. */
export async function serve(settings: Settings): Promise<Running> {
  const instance: Instance = {
    settings,
    seen: createSeen(),
    standing: createStandingPlan(),
    draining: false,
  };
  const http = createHttpServer(instance);
  const admin = createAdminServer(instance);
  const tcp = settings.tcpPort === undefined ? undefined : createTcpServer(instance);
  // Read only by those who speak it: its library is most of a service's start.
  const library = settings.grpcPort === undefined ? undefined : await import("./grpc-server.ts");
  const grpc = library?.createGrpcServer(instance);
  const ports: Running["ports"] = {
    http: await listen(http, settings.httpPort, settings.bind),
    admin: await listen(admin, settings.adminPort, "127.0.0.1"),
  };
  if (tcp) ports.tcp = await listen(tcp, settings.tcpPort ?? 0, settings.bind);
  if (library && grpc) {
    const host = settings.bind.includes(":") ? `[${settings.bind}]` : settings.bind;
    ports.grpc = await new Promise<number>((resolve, reject) => {
      const address = `${host}:${String(settings.grpcPort)}`;
      grpc.bindAsync(address, library.plaintext(), (error, port) => {
        if (error) reject(error);
        else resolve(port);
      });
    });
  }
  async function stop(): Promise<void> {
    instance.draining = true;
    await sleep(settings.lingerMs);
    const closed = [http, tcp].flatMap((server) => (server ? [close(server)] : []));
    if (grpc)
      closed.push(
        new Promise((resolve) => {
          grpc.tryShutdown(() => {
            resolve();
          });
        }),
      );
    http.closeIdleConnections();
    const drained = new AbortController();
    await Promise.race([Promise.all(closed), sleep(settings.drainMs, undefined, drained)]);
    drained.abort();
    http.closeAllConnections();
    grpc?.forceShutdown();
    admin.closeAllConnections();
    await close(admin);
  }
  return { ports, stop };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  server.listen({ port, host });
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
