import { readFileSync } from "node:fs";
import { once } from "node:events";
import { createServer as createHttp2 } from "node:http2";
import { createServer as createHttps, type Server } from "node:https";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { MeshDefinition } from "../../model/index.ts";
import type { EdgeServiceSettings, EdgeSite } from "../../targets/envoy/index.ts";
import { ask } from "../edge/ask.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";

// How a site reaches its services: a real Envoy before real instances, all on loopback.

const hash = { loadBalancing: { consistentHash: { header: "x-user" } } } as const;
const mesh: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services: {
    ranked: {},
    weighted: { policy: { loadBalancing: "round-robin" } },
    refused: { policy: { outlierDetection: "off" } },
    sticky: { policy: hash },
    named: {},
    bank: {},
    impostor: {},
    chat: { protocol: "grpc" },
  },
  gateways: {
    edge: {
      hosts: Object.fromEntries(
        ["ranked", "weighted", "refused", "sticky", "named", "bank", "impostor", "chat"].map(
          (service) => [`${service}.example`, { service }],
        ),
      ),
    },
  },
};

/** A service whose rules lead to another one, which DNS knows by a host of its own and which listens at this port. */
function leading(port: number): MeshDefinition {
  const door = mesh.gateways?.["edge"];
  return {
    ...mesh,
    services: {
      ...mesh.services,
      front: { port },
      back: {
        host: "back.localhost",
        ports: { first: { number: 1 }, second: { number: port } },
      },
    },
    routes: { front: { rules: [{ matches: [{ path: "/back" }], service: "back" }] } },
    gateways: {
      edge: {
        ...door,
        hosts: {
          ...door?.hosts,
          "front.example": { service: "front" },
          "back.example": { service: "back" },
        },
      },
    },
  };
}

let edge: EdgeGround;
let home: ServiceProcess;
let away: ServiceProcess;
let far: ServiceProcess;
let bank: Server;
let health: HealthServer;

beforeAll(async () => {
  const start = (pod: string): Promise<ServiceProcess> => startService({ HOSTNAME: pod });
  [home, away, far] = await Promise.all([start("home"), start("away"), start("far")]);
  health = await startHealthServer();
  edge = await prepareEdge();
  bank = await startBank(await edge.authority.issue("bank", ["DNS:bank.internal"]));
  await edge.publish(edge.compile(leading(away.ports.http), {}, { site: site() }));
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await Promise.all([home, away, far].map((each) => each.stop()));
  await new Promise((done) => bank.close(done));
  await health.close();
});

const fast = {
  interval: "200ms",
  timeout: "1s",
  unhealthyThreshold: 1,
  healthyThreshold: 1,
} as const;

function site(): EdgeSite {
  const { http, https, admin, ready } = edge.ports;
  const local = (port: number): string => `127.0.0.1:${String(port)}`;
  const bankPort = (bank.address() as AddressInfo).port;
  const authorities = join(edge.root, "bank", "ca.crt");
  const secured = (name: string): EdgeServiceSettings => ({ tls: { name, authorities } });
  const rank = (each: ServiceProcess, priority: number) => ({
    address: addressOf(each),
    priority,
  });
  return {
    listen: { address: "127.0.0.1", http, https },
    adminPort: admin,
    readiness: { port: ready },
    endpoints: {
      ranked: { default: [rank(home, 0), rank(away, 3), rank(far, 7)] },
      weighted: {
        default: [
          { address: addressOf(home), weight: 3 },
          { address: addressOf(away), weight: 1 },
        ],
      },
      refused: { default: ["127.0.0.1:1", rank(away, 1)] },
      sticky: { default: [home, away, far].map(addressOf) },
      named: { default: [addressOf(home).replace("127.0.0.1", "localhost")] },
      bank: { default: [local(bankPort)] },
      impostor: { default: [local(bankPort)] },
      chat: { default: [local(health.port)] },
      front: { default: [addressOf(home)] },
    },
    services: {
      ranked: {
        healthCheck: { ...fast, http: { path: "/healthy", expectedStatuses: [200, 204] } },
      },
      refused: { healthCheck: { ...fast, tcp: {} } },
      sticky: { hashTable: "maglev" },
      named: { discovery: "logical-dns", dnsRefresh: "10s" },
      bank: secured("bank.internal"),
      impostor: secured("other.internal"),
      chat: { healthCheck: { ...fast, grpc: { serviceName: "chat" } } },
    },
  };
}

async function send(service: string, requests = 20, headers: Record<string, string> = {}) {
  return edge.send({ url: `http://${service}.example/`, requests, headers });
}

/** An instance fails everything meanwhile. */
async function sick(instance: ServiceProcess, look: () => Promise<void>): Promise<void> {
  const url = `http://127.0.0.1:${String(instance.ports.admin)}/plan`;
  const plan = { fail: { status: 500 } };
  await fetch(url, { method: "PUT", body: JSON.stringify({ plan, seconds: 60 }) });
  try {
    await look();
  } finally {
    await fetch(url, { method: "DELETE" });
  }
}

async function leadsTo(service: string, ...pods: readonly string[]): Promise<void> {
  const leads = async (): Promise<void> => {
    const run = await send(service);
    expect(run).toMatchObject({ failed: 0 });
    expect(Object.keys(run.pods).sort()).toEqual(pods);
  };
  await vi.waitFor(leads, { timeout: 10_000, interval: 100 });
}

describe("endpoints", () => {
  test("of a lower rank serve while those before are sick, one rank after the other", async () => {
    await leadsTo("ranked", "home");
    await sick(home, async () => {
      await leadsTo("ranked", "away");
      await sick(away, () => leadsTo("ranked", "far"));
      await leadsTo("ranked", "away");
    });
    await leadsTo("ranked", "home");
  });

  test("get their shares by weight", async () => {
    const { pods } = await send("weighted", 1000);
    // Each thread of the proxy takes turns of its own.
    expect(pods["home"]).toBeGreaterThan(740);
    expect(pods["home"]).toBeLessThan(760);
  });

  test("that nobody listens at get no request at all", async () => {
    await leadsTo("refused", "away");
  });

  test("behind one name are found", async () => {
    await leadsTo("named", "home");
  });

  test("of another service are reached at the port that gets the requests, and by its own host", async () => {
    await leadsTo("front", "home");
    const url = "http://front.example/back";
    expect((await edge.send({ url, requests: 5 })).pods).toEqual({ away: 5 });
    // A host of the gateway leads to its first port, where nobody listens.
    expect((await send("back", 1)).statuses).toEqual({ 503: 1 });
  });

  test("are chosen by Maglev where the site says so", async () => {
    const used = new Set<string>();
    for (let user = 0; user < 24; user += 1) {
      const { pods } = await send("sticky", 5, { "x-user": `user-${String(user)}` });
      expect(Object.keys(pods)).toHaveLength(1);
      used.add(Object.keys(pods)[0] ?? "");
    }
    expect(used.size).toBe(3);
    const url = `http://127.0.0.1:${String(edge.ports.admin)}/config_dump?resource=dynamic_active_clusters`;
    expect(await (await fetch(url)).text()).toContain("MAGLEV");
  });
});

test("TLS to a service outside the mesh needs its certificate", async () => {
  const { status, body } = await ask({ port: edge.ports.http, host: "bank.example" });
  expect([status, body.toString()]).toEqual([200, "bank.internal"]);
  expect((await ask({ port: edge.ports.http, host: "impostor.example" })).status).toBe(503);
});

test("a server of gRPC says itself whether it is well", async () => {
  const status = async (): Promise<number> =>
    (await ask({ port: edge.ports.http, host: "chat.example" })).status;
  const becomes = (expected: number): Promise<void> =>
    vi.waitFor(async () => {
      expect(await status()).toBe(expected);
    }, 10_000);
  await becomes(200);
  health.serving = false;
  await becomes(503);
  health.serving = true;
  await becomes(200);
  expect(health.asked).toContain("chat");
});

/** Says the name that it was asked by. */
async function startBank(folder: string): Promise<Server> {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  const server = createHttps(
    { key: read("tls.key"), cert: read("tls.crt") },
    (request, response) => {
      const { servername } = request.socket as { readonly servername?: string };
      response.end(servername);
    },
  ).listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

interface HealthServer {
  readonly port: number;
  serving: boolean;
  /** What it was asked about. */
  asked: string;
  close(): Promise<void>;
}

/** A server of HTTP/2 that answers everything with 200, and `grpc.health.v1.Health` with its state. */
async function startHealthServer(): Promise<HealthServer> {
  const server = createHttp2();
  const sessions = new Set<{ destroy(): void }>();
  const state: HealthServer = {
    port: 0,
    serving: true,
    asked: "",
    async close() {
      for (const session of sessions) session.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  server.on("session", (session) => sessions.add(session));
  server.on("stream", (stream, headers) => {
    stream.on("error", () => undefined);
    if (headers[":path"] !== "/grpc.health.v1.Health/Check") {
      stream.respond({ ":status": 200 });
      stream.end("ok");
      return;
    }
    stream.on("data", (part: Buffer) => (state.asked += part.toString("latin1")));
    stream.on("end", () => {
      stream.respond({ "content-type": "application/grpc" }, { waitForTrailers: true });
      stream.on("wantTrailers", () => {
        stream.sendTrailers({ "grpc-status": "0" });
      });
      // HealthCheckResponse.status is field 1: SERVING is 1, NOT_SERVING is 2.
      stream.end(Buffer.from([0, 0, 0, 0, 2, 0x08, state.serving ? 1 : 2]));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return Object.assign(state, { port: (server.address() as AddressInfo).port });
}
