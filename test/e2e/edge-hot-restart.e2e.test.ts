import { chmod, chown, copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { judgeSuccess } from "../../bench/traffic/judge.ts";
import { systemdUnit } from "../../edge/index.ts";
import type { EdgeSite } from "../../targets/envoy/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startSystemd, type Systemd } from "../edge/start-systemd.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { ensureTools } from "../../tools/index.ts";

// The real systemd runs the unit of a host: another bootstrap comes under load, and a proxy that dies comes back.

const name = "heddle-edge-fra";
/** A group that every Debian has. */
const keyGroup = { name: "www-data", id: 33 };

let edge: EdgeGround;
let web: ServiceProcess;
let systemd: Systemd;
let unit: string;

beforeAll(async () => {
  web = await startService({ SERVICE: "web" });
  // The unit hides the folders of temporary files and homes.
  edge = await prepareEdge("/var/lib");
  await chmod(edge.root, 0o755);
  await edge.authority.issue("cert", ["DNS:shop.example"]);
  const key = join(edge.root, "cert", "tls.key");
  await chown(key, 0, keyGroup.id);
  await chmod(key, 0o640);
  await publish("before");
  const { envoy } = await ensureTools(["envoy"]);
  const binary = "/run/envoy";
  unit = systemdUnit({
    name: edge.root,
    root: edge.root,
    binary,
    group: keyGroup.name,
    concurrency: 2,
    drainSeconds: 2,
  });
  systemd = await startSystemd({ name, unit, files: { [binary]: envoy } });
  await vi.waitFor(async () => {
    expect(await runtime()).toBe("before");
  }, 20_000);
}, 120_000);
afterAll(async () => {
  await systemd.stop();
  await edge.remove();
  await web.stop();
  // Envoy leaves the memory that its generations share; it counts ten names for each number.
  const [, number = ""] = /run\.sh (\d+) /.exec(unit) ?? [];
  await rm(`/dev/shm/envoy_shared_memory_${String(Number(number) * 10)}`, { force: true });
});

const mesh = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: { web: {} },
  gateways: {
    edge: { hosts: { "shop.example": { service: "web", tls: { secret: "cert" }, http: "serve" } } },
  },
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

/** The proxies of the unit, as processes of this machine. */
async function proxies(): Promise<readonly number[]> {
  const { stdout } = await execa("pgrep", ["--full", `^/run/envoy .*${edge.root}/`], {
    reject: false,
  });
  return stdout.split("\n").filter(Boolean).map(Number);
}

test("a proxy has a user of its own and one right", async () => {
  const [pid] = await proxies();
  const status = await readFile(`/proc/${String(pid)}/status`, "utf8");
  // Users that systemd makes up.
  const user = Number(/^Uid:\s(\d+)/m.exec(status)?.[1]);
  expect(user).toBeGreaterThanOrEqual(61_184);
  expect(user).toBeLessThanOrEqual(65_519);
  // CAP_NET_BIND_SERVICE is the eleventh.
  expect(/^CapEff:\s(\w+)/m.exec(status)?.[1]).toBe("0000000000000400");
  expect(/^CapBnd:\s(\w+)/m.exec(status)?.[1]).toBe("0000000000000400");
});

test("it reads a key that is for a group alone", async () => {
  const run = await edge.send({ url: "https://shop.example/", requests: 20 });
  expect(run.succeeded).toBe(20);
});

test("a reload brings another bootstrap, and no request fails", async () => {
  const stop = new AbortController();
  const load = { url: "http://shop.example/", requests: 1_000_000, seconds: 60, rate: 300 };
  const plan = { delay: { ms: 20 } };
  const kept = edge.send({ ...load, plan }, stop.signal);
  const fresh = edge.send({ ...load, rate: 100, connections: "per-request" }, stop.signal);
  for (const value of ["once", "twice"]) {
    expect(await publish(value)).toMatchObject({ running: true, restart: true });
    await systemd.control("reload", name);
    await vi.waitFor(async () => {
      expect(await runtime()).toBe(value);
    }, 20_000);
    // The one before serves for a while, then it is gone.
    await vi.waitFor(async () => {
      expect(await proxies()).toHaveLength(1);
    }, 20_000);
  }
  stop.abort();
  for (const run of [await kept, await fresh]) {
    expect(run.succeeded).toBeGreaterThan(500);
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
  }
});

test("a bootstrap that Envoy refuses does not come so far", async () => {
  const bootstrap = join(edge.root, "bootstrap.json");
  const before = await readFile(bootstrap);
  await copyFile(join(edge.root, "live", "clusters.json"), bootstrap);
  await expect(systemd.control("reload", name)).rejects.toThrow();
  expect(await runtime()).toBe("twice");
  await writeFile(bootstrap, before);
});

test("a proxy that dies comes back", async () => {
  const [pid = 0] = await proxies();
  process.kill(pid, "SIGKILL");
  await vi.waitFor(async () => {
    expect(await proxies()).not.toContain(pid);
    expect(await runtime()).toBe("twice");
  }, 20_000);
  const run = await edge.send({ url: "http://shop.example/", requests: 20 });
  expect(run.succeeded).toBe(20);
});

test("a stop ends all of it, well", async () => {
  await systemd.control("stop", name);
  expect(await proxies()).toEqual([]);
  expect(await systemd.control("show", "-p", "Result", "--value", name)).toBe("success");
});
