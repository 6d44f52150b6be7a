import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrafficRequestInput } from "../../bench/traffic/traffic-request.ts";
import type { TrafficResult } from "../../bench/traffic/traffic-result.ts";
import type { MeshDefinition, UncountedMode } from "../../model/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startRateLimits, type RunningLimits } from "../edge/start-rate-limits.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { clearOfTheHour } from "./setup/clear-of-the-hour.ts";

// Limits that proxies count together: two real Envoys, the real rate limit service and a real Redis, all on loopback.

const services: MeshDefinition["services"] = {
  all: { limits: [{ requests: 20, per: "hour", scope: "global" }] },
  each: { limits: [{ requests: 5, per: "hour", scope: "global", by: { header: "X-Client" } }] },
  writes: {
    inMesh: false,
    limits: [
      {
        requests: 3,
        per: "hour",
        scope: "global",
        by: { remoteAddress: true },
        match: { path: "/a*%", method: "POST" },
      },
    ],
  },
  both: {
    limits: [
      { requests: 4, per: "hour" },
      { requests: 6, per: "hour", scope: "global" },
    ],
  },
  front: { limits: [{ requests: 4, per: "hour" }] },
  back: {
    limits: [
      { requests: 3, per: "hour" },
      { requests: 2, per: "hour", scope: "global", match: { method: "POST" } },
    ],
  },
  short: { limits: [{ requests: 2, per: "hour", match: { path: { prefix: "/items/" } } }] },
  last: { limits: [{ requests: 1, per: "hour", scope: "global" }] },
};

const mesh = (uncounted: UncountedMode): MeshDefinition => ({
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  globalLimits: { service: "counter", timeout: "2s", uncounted },
  services: { ...services, counter: { port: 8081, protocol: "grpc" } },
  gateways: {
    edge: {
      hosts: {
        ...Object.fromEntries(
          Object.keys(services).map((name) => [`${name}.example`, { service: name }]),
        ),
        "parts.example": {
          service: "front",
          paths: { "/back": "back", "/back/front": "front", "/also": "back" },
        },
        "shop.example": {
          paths: { "/stock": { service: "short", rewrite: { path: { prefix: "/" } } } },
        },
      },
    },
  },
});

let edges: readonly [EdgeGround, EdgeGround];
let instance: ServiceProcess;
let limits: RunningLimits;

beforeAll(async () => {
  await clearOfTheHour(60_000);
  instance = await startService();
  limits = await startRateLimits(mesh("allow"));
  edges = [await prepareEdge(), await prepareEdge()];
  const names = Object.keys(services);
  const endpoints = {
    ...Object.fromEntries(names.map((name) => [name, { default: [addressOf(instance)] }])),
    counter: { default: [limits.address] },
  };
  const modes = ["allow", "refuse"] as const;
  for (const [index, edge] of edges.entries()) {
    await edge.publish(edge.compile(mesh(modes[index] ?? "allow"), endpoints));
    await edge.start();
  }
}, 180_000);
afterAll(async () => {
  await Promise.all(edges.map((each) => each.remove()));
  await instance.stop();
  await limits.stop();
});

test("two proxies share one count, and say how much is left", async () => {
  const runs = await Promise.all([0, 1].map((at) => send(at, "all", { requests: 20, keep: 20 })));
  const passed = runs.map(({ statuses }) => statuses["200"] ?? 0);
  expect(passed[0]).toBeGreaterThan(0);
  expect(passed[1]).toBeGreaterThan(0);
  expect((passed[0] ?? 0) + (passed[1] ?? 0)).toBe(20);
  expect(runs.map(({ failed }) => failed).reduce((a, b) => a + b)).toBe(20);
  const refused = runs.flatMap(({ answers }) => answers).find(({ status }) => status === "429");
  expect(refused?.headers).toMatchObject({
    "x-ratelimit-limit": "20, 20;w=3600",
    "x-ratelimit-remaining": "0",
    "x-ratelimit-reset": expect.stringMatching(/^\d+$/) as unknown,
  });
});

test("each client has a count of its own, shared by both proxies", async () => {
  for (const client of ["a", "b"]) {
    const headers = { "x-client": client };
    const first = await send(0, "each", { headers, requests: 3 });
    expect(first.statuses).toEqual({ "200": 3 });
    const second = await send(1, "each", { headers, requests: 9 });
    expect(second.statuses).toEqual({ "200": 2, "429": 7 });
  }
  expect((await send(0, "each", { requests: 12 })).statuses).toEqual({ "200": 12 });
});

test("a limit holds for a part only, whatever a client says about its address", async () => {
  const headers = { "x-forwarded-for": "192.0.2.1" };
  const post = { method: "POST", requests: 4 } as const;
  expect((await send(0, "writes", { ...post, headers }, "/a*%25?b=c")).statuses).toEqual({
    "200": 4,
  });
  expect((await send(0, "writes", { ...post, headers }, "/a*%?b=c")).statuses).toEqual({
    "200": 3,
    "429": 1,
  });
  expect((await send(1, "writes", post, "/a*%")).statuses).toEqual({ "429": 4 });
  expect((await send(1, "writes", { requests: 4 }, "/a*%")).statuses).toEqual({ "200": 4 });
});

test("what one proxy refuses on its own is not counted for all", async () => {
  expect((await send(0, "both", { requests: 10 })).statuses).toEqual({ "200": 4, "429": 6 });
  expect((await send(1, "both", { requests: 10 })).statuses).toEqual({ "200": 2, "429": 8 });
});

test("a service counts what is sent to its parts of a host, all of them together", async () => {
  const sent = async (path: string, traffic: Omit<TrafficRequestInput, "url">) =>
    (await send(0, "parts", traffic, path)).statuses;
  expect(await sent("/also?a=b", { method: "POST", requests: 1 })).toEqual({ "200": 1 });
  expect(await sent("/back/x", { method: "POST", requests: 2 })).toEqual({ "200": 1, "429": 1 });
  // The third one that got in here, and the second one of all proxies, was the last.
  expect(await sent("/also", { requests: 2 })).toEqual({ "429": 2 });
  expect(await sent("/backs", { requests: 3 })).toEqual({ "200": 3 });
  expect(await sent("/back/front/x", { requests: 2 })).toEqual({ "200": 1, "429": 1 });
});

test("a limit of a path is for the one that the service sees", async () => {
  const sent = async (path: string) => (await send(0, "shop", { requests: 3 }, path)).statuses;
  expect(await sent("/stock/items/1")).toEqual({ "200": 2, "429": 1 });
  expect(await sent("/stock/other")).toEqual({ "200": 3 });
  expect(await sent("/items/1")).toEqual({ "404": 3 });
});

test("without a count requests pass, or are refused, as the mesh says", async () => {
  expect((await send(0, "last", { requests: 3 })).statuses).toEqual({ "200": 1, "429": 2 });
  await limits.stopService();
  expect((await send(0, "last", { requests: 3 })).statuses).toEqual({ "200": 3 });
  expect((await send(1, "last", { requests: 3 })).statuses).toEqual({ "503": 3 });
});

async function send(
  at: number,
  service: string,
  traffic: Omit<TrafficRequestInput, "url">,
  path = "/",
): Promise<TrafficResult> {
  return (at === 0 ? edges[0] : edges[1]).send({
    url: `http://${service}.example${path}`,
    ...traffic,
  });
}
