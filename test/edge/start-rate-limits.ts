import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { createReport, HeddleError } from "../../diagnostics/index.ts";
import { parseMesh, type MeshDefinition } from "../../model/index.ts";
import { limitsConfigMap, rateLimitManifests } from "../../targets/rate-limit-service/index.ts";
import { ensureRedis, ensureTools } from "../../tools/index.ts";
import { freePorts } from "./start-envoy.ts";

/** Envoy's rate limit service and a Redis, as processes on loopback. */
export interface RunningLimits {
  /** Where it is asked, `address:port`. */
  readonly address: string;
  /** Ends the service; its Redis goes on. */
  stopService(): Promise<void>;
  stop(): Promise<void>;
}

const password = "not a secret";

/** Starts what counts the limits of a mesh, with the settings and the file that the manifests have. */
export async function startRateLimits(definition: MeshDefinition): Promise<RunningLimits> {
  const root = await mkdtemp(join(tmpdir(), "heddle-limits-"));
  const ports = await freePorts("grpc", "health", "debug", "metrics", "redis");
  const { ratelimit } = await ensureTools(["ratelimit"]);
  const { environment, files } = compile(definition);
  const folder = join(root, "ratelimit", "config");
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const redis = start(
    await ensureRedis(),
    ["--save", "", "--bind", "127.0.0.1", "--port", String(ports.redis), "--dir", root].concat([
      ...["--requirepass", password],
    ]),
    {},
  );
  // The service gives up when nobody answers there as it starts.
  if (!(await waitUntil(() => answers(ports.redis), { timeout: 20_000, interval: 50 }))) {
    await end(redis);
    throw new Error("Redis did not become ready");
  }
  const service = start(ratelimit, [], {
    ...environment,
    RUNTIME_ROOT: root,
    HOST: "127.0.0.1",
    PORT: String(ports.health),
    GRPC_HOST: "127.0.0.1",
    GRPC_PORT: String(ports.grpc),
    DEBUG_PORT: String(ports.debug),
    PROMETHEUS_ADDR: `127.0.0.1:${String(ports.metrics)}`,
    REDIS_URL: `127.0.0.1:${String(ports.redis)}`,
    REDIS_AUTH: password,
  });
  const health = `http://127.0.0.1:${String(ports.health)}/healthcheck`;
  const isReady = async (): Promise<boolean> =>
    (await fetch(health).catch(() => undefined))?.ok === true;
  if (!(await waitUntil(isReady, { timeout: 20_000, interval: 100 }))) {
    await Promise.all([end(service), end(redis)]);
    throw new Error("the rate limit service did not become ready");
  }
  return {
    address: `127.0.0.1:${String(ports.grpc)}`,
    stopService: () => end(service),
    async stop() {
      await Promise.all([end(service), end(redis)]);
      await rm(root, { recursive: true, force: true });
    },
  };
}

function compile(definition: MeshDefinition) {
  const report = createReport();
  const mesh = parseMesh(definition, report);
  if (mesh === undefined) throw new HeddleError(report.diagnostics());
  const redis = { kind: "existing", address: "localhost:1" } as const;
  const manifests = rateLimitManifests(mesh, { redis }, report);
  if (report.has("error")) throw new HeddleError(report.diagnostics());
  const deployment = manifests.find(({ kind }) => kind === "Deployment");
  const spec = deployment?.spec as {
    readonly template: {
      readonly spec: {
        readonly containers: readonly {
          readonly env: readonly { readonly name: string; readonly value: string }[];
        }[];
      };
    };
  };
  const env = spec.template.spec.containers[0]?.env ?? [];
  const [map] = limitsConfigMap(mesh);
  return {
    environment: Object.fromEntries(env.map(({ name, value }) => [name, value])),
    files: map?.["data"] as Readonly<Record<string, string>>,
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const done = (open: boolean): void => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => {
      done(true);
    });
    socket.once("error", () => {
      done(false);
    });
  });
}

function start(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): ChildProcess {
  return spawn(program, args, { env: { ...env }, stdio: "ignore" });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
