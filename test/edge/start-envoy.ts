import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureTools } from "../../tools/index.ts";

/** A running proxy. */
export interface RunningEnvoy {
  readonly pid: number;
  /** Lines of its access log so far. */
  log(): readonly Readonly<Record<string, unknown>>[];
  /** Everything that it said on its error stream. */
  messages(): string;
  /** Ends it and waits for its end. */
  stop(): Promise<void>;
}

const startMs = 20_000;

/** Starts the real Envoy with a bootstrap file and waits until it is ready. */
export async function startEnvoy(
  bootstrap: string,
  { readiness, concurrency = 2 }: { readonly readiness: number; readonly concurrency?: number },
): Promise<RunningEnvoy> {
  const { envoy } = await ensureTools(["envoy"]);
  const flags = ["--disable-hot-restart", "--concurrency", String(concurrency), "-l", "warning"];
  // A log is written at once, not every ten seconds.
  flags.push("--file-flush-interval-msec", "100");
  const child = spawn(envoy, ["-c", bootstrap, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const exited = once(child, "exit");
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await exited;
  };
  const deadline = performance.now() + startMs;
  while (!(await isReady(readiness))) {
    if (child.exitCode === null && performance.now() < deadline) await sleep(20);
    else {
      await stop();
      throw new Error(`Envoy did not become ready:\n${errors}`);
    }
  }
  const { pid } = child;
  if (pid === undefined) throw new Error("Envoy has no process id");
  const lines = (): string[] => output.split("\n").filter((line) => line.startsWith("{"));
  return {
    pid,
    log: () => lines().map((line) => JSON.parse(line) as Record<string, unknown>),
    messages: () => errors,
    stop,
  };
}

async function isReady(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${String(port)}/ready`).catch(() => undefined);
  return answer?.status === 200;
}

/** Ports of loopback that nobody uses now. */
export async function freePorts<const Name extends string>(
  ...names: readonly Name[]
): Promise<Readonly<Record<Name, number>>> {
  const servers = await Promise.all(
    names.map(async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return Object.fromEntries(names.map((name, index) => [name, ports[index]])) as Record<
    Name,
    number
  >;
}
