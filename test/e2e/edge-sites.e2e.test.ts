import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { judgeSplit, judgeSuccess } from "../../bench/traffic/judge.ts";
import { sampleImageReference } from "../../bench/images/index.ts";
import { sendTraffic, startLoad, type Place, type TrafficResult } from "../../bench/index.ts";
import { removeStranger, startStranger } from "../../demo/stranger-pod.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { openStack, type OpenStack } from "./setup/open-stack.ts";

// Edge proxies on a real cluster by `pulumi up`: real kubelet, mounted ConfigMaps and Secrets, no control plane.

const cluster = { kubeconfig };
const sites = ["fra", "nyc"] as const;
/** Kubelet brings a change into running pods within a minute and a half, where nothing else is set. */
const untilMounted = { timeout: 180_000, interval: 500 };

let stack: OpenStack;
let stranger: Place;
let rootCertificate: string;

beforeAll(async () => {
  const program = join(import.meta.dirname, "edge-sites/index.ts");
  stack = await openStack(program, kubeconfig);
  await stack.up();
  stranger = await startStranger(kubeconfig, sampleImageReference);
  const outputs = await stack.stack.outputs();
  rootCertificate = String(outputs["rootCertificate"]?.value);
});
afterAll(async () => {
  await stack.close();
  await removeStranger(kubeconfig);
});

/** Where a site's proxies are. */
function at(site: string, port: number): { readonly host: string; readonly port: number } {
  return { host: `door-${site}.edge-sites.svc.cluster.local`, port };
}

function plain(site: string, requests: number, path = "/"): Promise<TrafficResult> {
  const url = `http://web.example${path}`;
  return sendTraffic(cluster, { from: stranger, url, connect: at(site, 80), requests });
}

function secure(site: string): Promise<TrafficResult> {
  return sendTraffic(cluster, {
    from: stranger,
    url: "https://secure.example/",
    connect: at(site, 443),
    tls: { ca: rootCertificate },
    connections: "per-request",
    requests: 20,
  });
}

const podsSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({ name: z.string(), uid: z.string() }),
      status: z.object({ containerStatuses: z.array(z.object({ restartCount: z.int() })) }),
    }),
  ),
});

/** The proxies, and how often each was started again. */
async function proxies(): Promise<readonly string[]> {
  const selector = "app in (door-fra, door-nyc)";
  const args = ["get", "pods", "--namespace=edge-sites", "--selector", selector, "--output=json"];
  const { items } = podsSchema.parse(JSON.parse(await kubectl(kubeconfig, args)));
  return items
    .map(({ metadata: { name, uid }, status: { containerStatuses } }) => {
      const restarts = containerStatuses.map(({ restartCount }) => restartCount).join();
      return `${name} ${uid} ${restarts}`;
    })
    .sort();
}

describe.each(sites)("site %s", (site) => {
  test("serves what the mesh says", async () => {
    const run = await plain(site, 100);
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(run.versions).toEqual({ v1: 100 });
  });

  test("shows the certificate of the Secret", async () => {
    const run = await secure(site);
    expect(run.statuses).toEqual({ "200": 20 });
    expect(run.tls).toMatchObject({ authorized: true });
  });
});

test("a route of one site is there and nowhere else", async () => {
  const [fra, nyc] = await Promise.all(sites.map((site) => plain(site, 10, "/ahead")));
  expect(fra?.versions).toEqual({ v1: 10 });
  expect(nyc?.versions).toEqual({ v2: 10 });
  const answers = await Promise.all(sites.map((site) => plain(site, 1, "/site")));
  expect(answers.map(({ versions }) => versions)).toEqual([{ v1: 1 }, {}]);
  expect(answers[1]?.answers[0]?.body).toBe("nyc");
});

describe("a proxy in the pods of a service", () => {
  const docs = (host: string, path: string) =>
    sendTraffic(cluster, {
      from: stranger,
      url: `http://docs.example${path}`,
      connect: { host: `${host}.edge-sites.svc.cluster.local`, port: 80 },
      requests: 10,
    });

  test("serves it by loopback, and answers what its routes say", async () => {
    const open = await docs("door-docs", "/");
    expect(open.statuses).toEqual({ "200": 10 });
    expect(open.answers[0]?.headers["x-door"]).toBe("pod");
    // The service sees its neighbour in the pod.
    expect(open.answers[0]?.report?.service).toBe("docs");
    expect((await docs("door-docs", "/closed")).statuses).toEqual({ "403": 10 });
    // No other host of the gateway is served there.
    expect((await plain("docs", 5)).statuses).toEqual({ "404": 5 });
  });

  test("serves the version of its pods, whatever the split says", async () => {
    const run = await plain("web", 20);
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(run.versions).toEqual({ v2: 20 });
    expect((await secure("web")).tls).toMatchObject({ authorized: true });
    expect((await docs("door-web", "/")).statuses).toEqual({ "404": 10 });
  });

  test("stands behind a central one where a site says so: both doors count", async () => {
    const both = await docs("door-fra", "/");
    expect(both.statuses).toEqual({ "200": 10 });
    expect(both.answers[0]?.headers["x-door"]).toBe("pod, pod");
    const central = await docs("door-nyc", "/");
    expect(central.answers[0]?.headers["x-door"]).toBe("pod");
  });
});

describe("a way out", () => {
  const out = (url: string) =>
    sendTraffic(cluster, {
      ...{ from: stranger, url, requests: 5 },
      connect: { host: "out-out.edge-sites.svc.cluster.local", port: 80 },
    });

  test("leads to what is declared, by the name that DNS knows", async () => {
    const run = await out("http://web-v1.edge-sites.svc.cluster.local/");
    expect(run.statuses).toEqual({ "200": 5 });
    expect(run.versions).toEqual({ v1: 5 });
  });

  test("refuses everything else, also what a door leads to", async () => {
    expect((await out("http://web.edge-sites.svc.cluster.local/")).statuses).toEqual({ "403": 5 });
    expect((await out("http://web.example/")).statuses).toEqual({ "403": 5 });
  });
});

test("two replicas, and one proxy on each node", async () => {
  const { items } = z
    .object({ items: z.array(z.unknown()) })
    .parse(JSON.parse(await kubectl(kubeconfig, ["get", "nodes", "--output=json"])));
  expect(await proxies()).toHaveLength(2 + items.length);
});

test("a second up changes nothing", async () => {
  expect(Object.keys(await stack.up())).toEqual(["same"]);
});

test("new weights and a new certificate reach running proxies, and no connection is lost", async () => {
  const before = await proxies();
  const old = await secure("fra");
  // One answer that goes on through the change, beside many short ones.
  const longOnes = await Promise.all(sites.map((site) => start(site, longAnswer)));
  const shortOnes = await Promise.all(sites.map((site) => start(site, { rate: 50 })));
  const changes = await stack.up({ "sites:v2": "100", "sites:validityHours": "72" });
  for (const site of sites) {
    await vi.waitFor(async () => {
      expect((await plain(site, 50)).versions).toEqual({ v2: 50 });
      const { tls } = await secure(site);
      expect(tls?.authorized).toBe(true);
      expect(tls?.chain[0]?.fingerprint256).not.toBe(old.tls?.chain[0]?.fingerprint256);
    }, untilMounted);
  }
  const after = await Promise.all([...shortOnes, ...longOnes].map((load) => load.stop()));
  for (const run of after) expect(judgeSuccess(run)).toMatchObject({ pass: true });
  for (const run of after.slice(0, sites.length)) {
    expect(Object.keys(run.versions).sort()).toEqual(["v1", "v2"]);
  }
  expect(await proxies()).toEqual(before);
  // Two ConfigMaps, the certificate and its Secret.
  expect(changes).toMatchObject({ update: expect.any(Number) as number });
  expect(judgeSplit(await plain("fra", 200), { v2: 100 })).toMatchObject({ pass: true });
}, 600_000);

test("when a site fails, those of later stages keep what they have", async () => {
  const before = await liveMap("nyc");
  // Both would get other weights, and the API server refuses the first site's proxies.
  const change = { "sites:v2": "50", "sites:fraCpu": "no quantity" };
  await expect(stack.up(change)).rejects.toThrow(/pulumi up failed[^]*quantit/);
  expect(await liveMap("nyc")).toEqual(before);
  expect((await plain("nyc", 50)).versions).toEqual({ v2: 50 });
  // Mended, the next one reaches both.
  await stack.up({ "sites:fraCpu": "10m" });
  expect(await liveMap("nyc")).not.toEqual(before);
});

/** What a site's proxies read, as the cluster has it. */
function liveMap(site: string): Promise<string> {
  const name = `configmap/door-${site}-live`;
  return kubectl(kubeconfig, ["get", name, "--namespace=edge-sites", "--output=jsonpath={.data}"]);
}

/** One after the other, each for a minute, a piece each second: one is always on its way when the change arrives. */
const longAnswer = {
  requests: 10,
  concurrency: 1,
  timeoutMs: 300_000,
  plan: { stream: { chunks: 60, everyMs: 1_000 } },
} as const;

function start(site: string, traffic: Partial<Parameters<typeof startLoad>[1]>) {
  const url = "http://web.example/";
  return startLoad(cluster, { from: stranger, url, connect: at(site, 80), ...traffic });
}
