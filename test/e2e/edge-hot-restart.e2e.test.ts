import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { execa } from "execa";
import { judgeSuccess } from "../../bench/traffic/judge.ts";
import { systemdUnit } from "../../edge/index.ts";
import type { EdgeSite } from "../../targets/envoy/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { ensureTools } from "../../tools/index.ts";

// The commands of the systemd unit, run as systemd would run them: another bootstrap reaches a host under load.

let edge: EdgeGround;
let web: ServiceProcess;
let unit: ReadonlyMap<string, readonly string[]>;
let main: ChildProcess;

beforeAll(async () => {
  web = await startService({ SERVICE: "web" });
  edge = await prepareEdge();
  const { envoy } = await ensureTools(["envoy"]);
  unit = commandsOf(
    systemdUnit({
      name: edge.root,
      root: edge.root,
      binary: envoy,
      concurrency: 2,
      drainSeconds: 2,
    }),
  );
  await publish("before");
  const [program = "", ...args] = unit.get("ExecStart") ?? [];
  main = spawn(program, args, { stdio: "ignore" });
  await vi.waitFor(async () => {
    expect(await runtime()).toBe("before");
  }, 20_000);
}, 120_000);
afterAll(async () => {
  if (main.exitCode === null) {
    main.kill("SIGTERM");
    await once(main, "exit");
  }
  await edge.remove();
  await web.stop();
  // Envoy leaves the memory that its generations share; it counts ten names for each number.
  const [, number = ""] = (unit.get("ExecStart") ?? []).slice(1);
  rmSync(`/dev/shm/envoy_shared_memory_${String(Number(number) * 10)}`, { force: true });
});

const mesh = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: { web: {} },
  gateways: { edge: { hosts: { "shop.example": { service: "web" } } } },
} as const;

function publish(value: string) {
  const { http, https, admin, ready } = edge.ports;
  const site: EdgeSite = {
    listen: { address: "127.0.0.1", http, https },
    adminPort: admin,
    readiness: { port: ready },
    endpoints: { web: { default: [addressOf(web)] } },
    runtime: { "heddle.test": value },
  };
  return edge.publish(edge.compile(mesh, {}, { site }));
}

/** What the proxy that answers at the admin port was started with. */
async function runtime(): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${String(edge.ports.admin)}/runtime`);
  const { entries } = (await answer.json()) as {
    readonly entries: Readonly<Record<string, { readonly final_value: string }>>;
  };
  return entries["heddle.test"]?.final_value;
}

test("a reload brings another bootstrap, and no request fails", async () => {
  const stop = new AbortController();
  const load = { url: "http://shop.example/", requests: 1_000_000, seconds: 60, rate: 300 };
  const plan = { delay: { ms: 20 } };
  const kept = edge.send({ ...load, plan }, stop.signal);
  const fresh = edge.send({ ...load, rate: 100, connections: "per-request" }, stop.signal);
  for (const value of ["once", "twice"]) {
    expect(await publish(value)).toMatchObject({ running: true, restart: true });
    await reload();
    await vi.waitFor(async () => {
      expect(await runtime()).toBe(value);
    }, 20_000);
    // The one before serves for a while, then it is gone.
    await vi.waitFor(async () => {
      const { stdout } = await execa("ps", ["--ppid", String(main.pid), "-o", "args="]);
      expect(stdout.split("\n")).toHaveLength(1);
    }, 20_000);
  }
  stop.abort();
  for (const run of [await kept, await fresh]) {
    expect(run.succeeded).toBeGreaterThan(500);
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
  }
});

test("a bootstrap that Envoy refuses does not come so far", async () => {
  await publish("wrong");
  const [program = "", ...args] = unit.get("ExecReload") ?? [];
  const file = args.map((each) => each.replace("bootstrap.json", "live/clusters.json"));
  await expect(execa(program, file)).rejects.toThrow();
});

test("a stop ends all of it, well", async () => {
  main.kill("SIGTERM");
  const [code] = (await once(main, "exit")) as [number];
  expect(code).toBe(0);
});

/** As systemd does it: the configuration is checked first. */
async function reload(): Promise<void> {
  const [program = "", ...args] = unit.get("ExecReload") ?? [];
  await execa(program, args);
  main.kill("SIGHUP");
}

/** The first command of each kind, as words. */
function commandsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const lines = text.split("\n").flatMap((line) => {
    const [, name = "", command = ""] = /^(Exec\w+)=(.*)$/.exec(line) ?? [];
    return name === "" ? [] : [[name, command.split(" ")] as const];
  });
  return new Map(lines.toReversed());
}
