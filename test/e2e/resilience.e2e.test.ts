import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  binomialInterval,
  createUpstream,
  sendTraffic,
  type Place,
  type Plan,
  type TrafficRequestInput,
  type TrafficResult,
} from "../../bench/index.ts";
import { waitUntil } from "../../bench/cluster/wait-until.ts";
import { prepareIstio, trustDomain, type IstioGround } from "./istio-ground.ts";
import { gatewayHost, namespace, resilienceManifests, warmUp } from "./resilience/mesh.ts";
import { openConnections } from "./open-connections.ts";
import { reachTests } from "./reach-tests.ts";
import { kubeconfig } from "./setup/kubeconfig.ts";
import { kubectl } from "./setup/kubectl.ts";
import { podsOf } from "./setup/pods-of.ts";

// How services are reached, their limits, and where retries go: measured on real sidecars. The driver sends from inside
// the workloads.

type Traffic = Omit<TrafficRequestInput, "url"> & { readonly pod?: string };

let ground: IstioGround;
let started: number;
let cart: readonly string[];

beforeAll(async () => {
  ground = await prepareIstio(kubeconfig);
  await ground.apply(resilienceManifests(1));
  // Proxies hear of a policy within seconds: the first request to a limit of one passes, and then none.
  const arrived = async (): Promise<boolean> =>
    (await send("counted", { requests: 3 }, "/arrived")).statuses["429"] !== undefined;
  expect(await waitUntil(arrived, { timeout: 60_000, interval: 500 })).toBe(true);
  started = performance.now();
  cart = Object.keys((await send("turns", { requests: 60 })).pods).sort();
  expect(cart).toHaveLength(3);
});

afterAll(() => ground.remove());

test("the same header leads to the same instance, others to all", async () => {
  const used = new Set<string>();
  for (const user of Array.from({ length: 24 }, (_, index) => `user-${String(index)}`)) {
    const run = await send("header", { headers: { "x-user": user }, requests: 20 });
    expect(run).toMatchObject({ succeeded: 20 });
    expect(Object.keys(run.pods)).toHaveLength(1);
    used.add(Object.keys(run.pods)[0] ?? "");
  }
  expect(used.size).toBe(3);
});

test("a cookie that the proxy gives leads to the same instance", async () => {
  const used = new Set<string>();
  for (let session = 0; session < 24; session += 1) {
    const first = await send("cookie", {});
    const [given = ""] = first.answers.map(({ headers }) => headers["set-cookie"]);
    expect(given).toMatch(/^place="?[^;]+; ?Max-Age=60; ?Path=\/; ?HttpOnly$/i);
    const cookie = given.split(";", 1)[0] ?? "";
    const run = await send("cookie", { headers: { cookie }, requests: 20 });
    expect(run.pods).toEqual({ [Object.keys(first.pods)[0] ?? ""]: 20 });
    used.add(Object.keys(first.pods)[0] ?? "");
  }
  expect(used.size).toBe(3);
});

test("one address leads to the same instance", async () => {
  for (const pod of [undefined, ...cart]) {
    const from = pod === undefined ? {} : { pod };
    const run = await send("address", { ...from, requests: 40, connections: "per-request" });
    expect(Object.values(run.pods)).toEqual([40]);
  }
});

test("least request spares a slow instance, round robin does not", async () => {
  const [slow = ""] = cart;
  await during(slow, { delay: { ms: 300 } }, async () => {
    const load = { requests: 240, concurrency: 8 };
    const turns = await send("turns", load);
    expect(turns.pods[slow]).toBeGreaterThanOrEqual(60);
    const least = await send("least", load);
    expect(least.pods[slow]).toBeLessThan(40);
    expect(turns.failed + least.failed).toBe(0);
  });
});

test("more requests than allowed at once are refused at once, until there are fewer again", async () => {
  const plan = { delay: { ms: 300 } };
  const few = await send("bounded", { plan, requests: 16, concurrency: 3 });
  expect(few.statuses).toEqual({ "200": 16 });
  const many = await send("bounded", { plan, requests: 96, concurrency: 32, keep: 20 });
  expect(Object.keys(many.statuses).sort()).toEqual(["200", "503"]);
  const refused = many.answers.find(({ status }) => status === "503");
  expect(refused?.headers).toMatchObject({ "x-envoy-overloaded": "true" });
  expect(refused?.ms).toBeLessThan(300);
  const again = await send("bounded", { plan, requests: 16, concurrency: 3 });
  expect(again.statuses).toEqual({ "200": 16 });
});

test("an instance that fails three times in a row rests, and comes back", async () => {
  const [sick = "", ...healthy] = cart;
  const load = { requests: 60, concurrency: 2 };
  await during(sick, { fail: { status: 500 } }, async () => {
    // A few may be under way when the third fails.
    expect((await send("ejecting", load)).statuses["500"]).toBeLessThan(8);
    const after = await send("ejecting", load);
    expect(after.failed).toBe(0);
    expect(Object.keys(after.pods).sort()).toEqual(healthy);
  });
  const back = async (): Promise<void> => {
    expect(Object.keys((await send("ejecting", load)).pods).sort()).toEqual(cart);
  };
  await vi.waitFor(back, { timeout: 30_000, interval: 500 });
});

const failing = { fail: { status: 503 } };
reachTests({
  send,
  failing: (instances, look) =>
    during(cart[0] ?? "", failing, () =>
      instances === 1 ? look() : during(cart[1] ?? "", failing, look),
    ),
  connections: async (service) => {
    const proxy = [`--namespace=${namespace}`, "deployment/web", "--container=istio-proxy"];
    const ask = ["--", "pilot-agent", "request", "GET", "clusters"];
    const text = await kubectl(kubeconfig, ["exec", ...proxy, ...ask]);
    return openConnections(text, `outbound|8080||${service}.${namespace}.svc.cluster.local`);
  },
});

test("pauses between tries grow up to the longest one", async () => {
  const plan = { fail: { times: 8, status: 503 } };
  const run = await send("steady", { plan, requests: 40 });
  expect(run).toMatchObject({ statuses: { "200": 40 }, tries: { "9": 40 } });
  // At random up to 20, 60 and 140 ms, and five times 200: without an end 5 s in the middle, and up to 10.
  expect(run.latency.p50).toBeGreaterThan(300);
  expect(run.latency.max).toBeLessThan(2000);
});

test("limits hold for all together, for each client, and for a part only", async () => {
  const all = await send("counted", { requests: 40 }, "/all/of/it");
  expect(all.statuses).toEqual({ "200": 20, "429": 20 });
  for (const client of ["a", "b"]) {
    const run = await send("counted", { headers: { "x-client": client }, requests: 12 }, "/each");
    expect(run.statuses).toEqual({ "200": 5, "429": 7 });
  }
  for (const from of [{}, { pod: cart[0] ?? "" }]) {
    const run = await send("counted", { ...from, requests: 12 }, "/address");
    expect(run.statuses).toEqual({ "200": 5, "429": 7 });
  }
  const posted = await send("counted", { method: "POST", requests: 8 }, "/a?b=c");
  expect(posted.statuses).toEqual({ "200": 3, "429": 5 });
  const read = await send("counted", { requests: 12 }, "/a");
  expect(read.statuses).toEqual({ "200": 12 });
});

test("no caller gets a count of its own by naming another address", async () => {
  const edge = `spiffe://${trustDomain}/ns/${namespace}/sa/edge`;
  for (const [index, passed] of [5, 0, 0].entries()) {
    const headers = {
      "x-forwarded-for": `192.0.2.${String(index)}`,
      // What the sidecar of a service says of who sent a request that came through the gateway.
      ...(index === 2 ? { "x-forwarded-client-cert": `By=spiffe://any;URI=${edge}` } : {}),
    };
    const { statuses } = await send("counted", { headers, requests: 8 }, "/forged");
    expect(statuses["200"] ?? 0).toBe(passed);
  }
});

test("clients that come through a gateway have a count for each of their addresses", async () => {
  const clients = await podsOf(kubeconfig, { namespace, selector: "app=client" });
  expect(clients).toHaveLength(2);
  const through = (pod: string, forwarded: string) =>
    sendTraffic(
      { kubeconfig },
      {
        from: { namespace, pod },
        url: `http://${gatewayHost}/through`,
        connect: { host: `edge.${namespace}`, port: 80 },
        headers: { "x-forwarded-for": forwarded },
        requests: 12,
      },
    );
  for (const pod of clients) {
    expect((await through(pod, "192.0.2.1")).statuses).toEqual({ "200": 5, "429": 7 });
    expect((await through(pod, "192.0.2.2")).statuses).toEqual({ "429": 12 });
  }
});

test("requests stay near, leave when the near instance fails, and come back", async () => {
  const load = { requests: 40, concurrency: 2 };
  const versions = async (): Promise<unknown> => (await send("stock", load)).versions;
  expect(await versions()).toEqual({ near: 40 });
  await during({ app: "stock", version: "near" }, { fail: { status: 500 } }, async () => {
    const gone = async (): Promise<void> => {
      expect(await send("stock", load)).toMatchObject({ failed: 0, versions: { far: 40 } });
    };
    await vi.waitFor(gone, { timeout: 20_000, interval: 250 });
  });
  const back = async (): Promise<void> => {
    expect(await versions()).toEqual({ near: 40 });
  };
  await vi.waitFor(back, { timeout: 60_000, interval: 500 });
});

test("a retry leaves the locality only where that is said", async () => {
  await during({ app: "stock", version: "near" }, { fail: { status: 503 } }, async () => {
    expect((await send("within", { requests: 20 })).statuses).toEqual({ "503": 20 });
    const beyond = await send("beyond", { requests: 20 });
    expect(beyond).toMatchObject({ statuses: { "200": 20 }, versions: { far: 20 } });
  });
});

test("shares by locality", async () => {
  const trials = 600;
  const { versions } = await send("shared", { requests: trials });
  // False alarms: one in a million runs.
  const { low, high } = binomialInterval(trials, 0.2, 0.999999);
  expect(versions["far"]).toBeGreaterThanOrEqual(low);
  expect(versions["far"]).toBeLessThanOrEqual(high);
});

test("a new instance is spared, and then has its share", async () => {
  const trials = 300;
  const load = { requests: trials, concurrency: 4 };
  const [old = ""] = Object.keys((await send("fresh", load)).pods);
  // The old one is not new any more.
  const grown = (): boolean => performance.now() - started > warmUp;
  expect(await waitUntil(grown, { timeout: warmUp + 1000 })).toBe(true);
  await ground.apply(resilienceManifests(2));
  const shareOfNew = async (): Promise<number> => {
    const { pods } = await send("fresh", load);
    return trials - (pods[old] ?? 0);
  };
  let first = 0;
  const seen = async (): Promise<boolean> => (first = await shareOfNew()) > 0;
  expect(await waitUntil(seen, { timeout: 20_000, interval: 100 })).toBe(true);
  expect(first).toBeLessThan(trials / 3);
  const { low } = binomialInterval(trials, 0.5, 0.999999);
  const full = async (): Promise<void> => {
    expect(await shareOfNew()).toBeGreaterThanOrEqual(low);
  };
  await vi.waitFor(full, { timeout: 2 * warmUp, interval: 1000 });
});

async function send(
  service: string,
  { pod, ...traffic }: Traffic,
  path = "/",
): Promise<TrafficResult> {
  const from = pod === undefined ? { namespace, app: "web" } : { namespace, pod };
  const url = `http://${service}.${namespace}:8080${path}` as const;
  return sendTraffic({ kubeconfig }, { from, url, ...traffic });
}

/** Every request to an instance follows a plan meanwhile. */
async function during(
  place: string | Omit<Place, "namespace">,
  plan: Plan,
  look: () => Promise<void>,
): Promise<void> {
  const where = typeof place === "string" ? { pod: place } : place;
  const cluster = { kubeconfig };
  const instance = createUpstream(cluster, { namespace, ...where });
  await instance.plan(plan, { seconds: 120 });
  try {
    await look();
  } finally {
    await instance.heal();
  }
}
