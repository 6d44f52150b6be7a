import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeSplit, judgeSuccess } from "../../bench/traffic/judge.ts";
import { HeddleError } from "../../diagnostics/index.ts";
import { printLiveFiles } from "../../edge/live-files.ts";
import type { MeshDefinition } from "../../model/index.ts";
import { bootstrap, type EdgeConfig, type Resource } from "../../targets/envoy/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf, openShop, shop, shopEndpoints, type OpenShop } from "../edge/edge-shop.ts";
import { mountConfigMap } from "../edge/mount-config-map.ts";
import { readSockets } from "../edge/read-sockets.ts";

// A running Envoy takes up changes from files while requests go through it, all on loopback.

let shopOpen: OpenShop;
let edge: EdgeGround;

beforeAll(async () => {
  shopOpen = await openShop();
  ({ edge } = shopOpen);
}, 120_000);
afterAll(() => shopOpen.close());

describe("a running proxy", () => {
  const next: MeshDefinition = {
    ...shop,
    services: { ...shop.services, web: { versions: ["v2", "v3"] } },
    routes: { web: { split: { v2: 20, v3: 80 } } },
    gateways: {
      edge: {
        hosts: {
          "web.example": { service: "web" },
          "api.example": { service: "api" },
          "new.example": { service: "web" },
        },
      },
    },
  };
  const nextEndpoints = () => {
    const { api } = shopEndpoints(shopOpen.services);
    return {
      api,
      web: { v2: [addressOf(shopOpen.services.v2)], v3: [addressOf(shopOpen.services.v3)] },
    };
  };

  test("changes routes under load without one failed request", async () => {
    const stop = new AbortController();
    const url = "http://web.example/";
    const load = { url, requests: 1_000_000, seconds: 60, concurrency: 8, rate: 400 };
    const running = edge.send({ ...load, plan: { delay: { ms: 20 } } }, stop.signal);
    const there = await edge.publish(edge.compile(next, nextEndpoints()));
    const after = await edge.send({ url: "http://new.example/", requests: 1000 });
    const back = await edge.publish(edge.compile(shop, shopEndpoints(shopOpen.services)));
    stop.abort();
    const run = await running;
    const taken = { steps: 3, running: true, restart: false, uncheckedCertificates: [] };
    expect(there).toEqual(taken);
    expect(back).toEqual(taken);
    expect(judgeSplit(after, { v2: 20, v3: 80 })).toMatchObject({ pass: true });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(Object.keys(run.versions).sort()).toEqual(["v1", "v2", "v3"]);
    expect(readSockets(shopOpen.envoy.pid)).toContain(`127.0.0.1:${String(edge.ports.http)}`);
    // Doors that are gone drain for a while, and miss their files meanwhile; nothing else is worth a warning.
    const warnings = shopOpen.envoy.messages().trim().split("\n");
    expect(warnings.filter((line) => !line.includes("Invalid path"))).toEqual([]);
  });

  test("is left alone by the same configuration", async () => {
    const again = await edge.publish(edge.compile(shop, shopEndpoints(shopOpen.services)));
    expect(again).toMatchObject({ steps: 0, restart: false });
  });

  test("keeps what it has when it refuses the next", async () => {
    const config = edge.compile(shop, shopEndpoints(shopOpen.services));
    const twice = ["a", "b"].map((name) => ({ name, domains: ["web.example"] }));
    const broken: Resource = { name: "http", virtual_hosts: twice };
    await expect(edge.publish({ ...config, routes: [broken] })).rejects.toThrow(HeddleError);
    const run = await edge.send({ url: "http://web.example/", requests: 200 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(await edge.publish(config)).toMatchObject({ steps: 0 });
  });
});

test("a mounted ConfigMap changes routes under load as well", async () => {
  const pod = await prepareEdge();
  try {
    const live = join(pod.root, "live");
    const delivery = { kind: "files", folder: live, watched: live } as const;
    const mount = async (v2: number): Promise<EdgeConfig> => {
      const routes = { web: { split: { v1: 100 - v2, v2 } } };
      const gateways = { edge: { hosts: { "web.example": { service: "web" } } } };
      const config = pod.compile({ ...shop, routes, gateways }, shopEndpoints(shopOpen.services), {
        delivery,
      });
      await mountConfigMap(live, printLiveFiles(config));
      return config;
    };
    await writeFile(join(pod.root, "bootstrap.json"), JSON.stringify(bootstrap(await mount(0))));
    const { pid } = await pod.start();
    const url = "http://web.example/";
    const stop = new AbortController();
    const running = pod.send({ url, requests: 1_000_000, seconds: 60, rate: 400 }, stop.signal);
    await mount(100);
    await expect
      .poll(async () => (await pod.send({ url, requests: 50 })).versions, { timeout: 15_000 })
      .toEqual({ v2: 50 });
    stop.abort();
    const run = await running;
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(Object.keys(run.versions).sort()).toEqual(["v1", "v2"]);
    expect(readSockets(pid)).toContain(`127.0.0.1:${String(pod.ports.http)}`);
  } finally {
    await pod.remove();
  }
});
