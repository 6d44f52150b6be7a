import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Plan } from "../../bench/index.ts";
import type { TrafficRequestInput } from "../../bench/traffic/traffic-request.ts";
import type { TrafficResult } from "../../bench/traffic/traffic-result.ts";
import type { MeshDefinition, ServiceDefinition } from "../../model/index.ts";
import { prepareEdge, type EdgeGround } from "../edge/edge-ground.ts";
import { addressOf } from "../edge/edge-shop.ts";
import { startService, type ServiceProcess } from "../services/start-process.ts";
import { openConnections } from "./open-connections.ts";
import { reachTests } from "./reach-tests.ts";

// Policies of destinations and limits at the edge: a real Envoy, three real instances, all on loopback.

/** Instances rest soon, and all of them may. */
const restless = {
  consecutive5xxErrors: 3,
  interval: "500ms",
  baseEjectionTime: "3s",
  maxEjectionPercent: 100,
} as const;

/** Every service is the same three instances, reached in another way. */
const spread: Readonly<Record<string, ServiceDefinition>> = {
  header: { policy: { loadBalancing: { consistentHash: { header: "x-user" } } } },
  cookie: { policy: { loadBalancing: { consistentHash: { cookie: "place", ttl: "60s" } } } },
  session: { policy: { loadBalancing: { consistentHash: { cookie: "s", path: "/a" } } } },
  query: { policy: { loadBalancing: { consistentHash: { queryParameter: "user" } } } },
  address: { policy: { loadBalancing: { consistentHash: { sourceAddress: true } } } },
  turns: { policy: { loadBalancing: "round-robin" } },
  bounded: { policy: { connections: { maxConcurrentRequests: 4 } } },
  ejecting: {
    policy: {
      loadBalancing: "round-robin",
      outlierDetection: { consecutive5xxErrors: 3, interval: "500ms", baseEjectionTime: "2s" },
    },
  },
  calm: { policy: { loadBalancing: "round-robin", outlierDetection: restless } },
  panicking: {
    policy: {
      loadBalancing: "round-robin",
      outlierDetection: { ...restless, minHealthPercent: 60 },
    },
  },
  elsewhere: { policy: { loadBalancing: "random" } },
  anywhere: { policy: { loadBalancing: "random" } },
  all: { limits: [{ requests: 20, per: "hour" }] },
  each: { limits: [{ requests: 5, per: "hour", by: { header: "x-client" } }] },
  strangers: { limits: [{ requests: 5, per: "hour", by: { remoteAddress: true } }] },
  writes: {
    inMesh: false,
    limits: [{ requests: 3, per: "hour", match: { path: "/a", method: "POST" } }],
  },
};
/** These have one instance, which counts the tries of each request. */
const alone: Readonly<Record<string, ServiceDefinition>> = {
  single: {},
  usual: {},
  bare: { policy: { retryBudget: { percent: 0, minConcurrency: 1 } } },
  patient: {},
  hasty: {},
  steady: {},
  brief: { policy: { connections: { idleTimeout: "1s" } } },
};
/** A script that leaves its name in every request and answer. */
const passes = (name: string): string => `
function envoy_on_request(handle) handle:headers():add("x-asked", "${name}") end
function envoy_on_response(handle) handle:headers():add("x-answered", "${name}") end
`;
const retries = { attempts: 2, on: ["503"] } as const;
const services = { ...spread, ...alone };
const definition: MeshDefinition = {
  name: "shop",
  trust: { domain: "shop.example", mtls: "disabled" },
  services,
  routes: {
    usual: { retries },
    bare: { retries },
    patient: { retries: { ...retries, attempts: 1, backoff: "2s" } },
    hasty: { retries: { attempts: 1, on: ["gateway-error"], perTryTimeout: "500ms" } },
    steady: { retries: { ...retries, attempts: 8, backoff: "20ms", maxBackoff: "40ms" } },
    elsewhere: { retries: { ...retries, attempts: 1 } },
    anywhere: { retries: { ...retries, attempts: 1, otherHosts: false } },
  },
  gateways: {
    edge: {
      extensions: [
        { name: "first", before: "authentication", lua: passes("first") },
        { name: "second", lua: passes("second") },
      ],
      hosts: Object.fromEntries(
        Object.keys(services).map((name) => [hostOf(name), { service: name }]),
      ),
    },
  },
};

let edge: EdgeGround;
let instances: Readonly<Record<string, ServiceProcess>>;

beforeAll(async () => {
  const start = (pod: string): Promise<ServiceProcess> => startService({ HOSTNAME: pod });
  const [one, two, three] = await Promise.all([start("one"), start("two"), start("three")]);
  instances = { one, two, three };
  edge = await prepareEdge();
  const at = (list: readonly ServiceProcess[]) => ({ default: list.map(addressOf) });
  const endpoints = Object.fromEntries([
    ...Object.keys(spread).map((name) => [name, at([one, two, three])] as const),
    ...Object.keys(alone).map((name) => [name, at([one])] as const),
  ]);
  await edge.publish(edge.compile(definition, endpoints));
  await edge.start();
}, 120_000);
afterAll(async () => {
  await edge.remove();
  await Promise.all(Object.values(instances).map((each) => each.stop()));
});

test.each<[string, string, (user: string) => Omit<TrafficRequestInput, "url">, string]>([
  ["header", "header", (user) => ({ headers: { "X-User": user } }), "/"],
  ["parameter", "query", () => ({}), "/?user="],
])("the same %s leads to the same instance, others to all", async (_, service, more, path) => {
  const used = new Set<string>();
  for (const user of Array.from({ length: 24 }, (_, index) => `user-${String(index)}`)) {
    const run = await send(service, { ...more(user), requests: 20 }, path + user);
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
    expect(run.answers[0]?.headers).not.toHaveProperty("set-cookie");
    used.add(Object.keys(first.pods)[0] ?? "");
  }
  expect(used.size).toBe(3);
});

test("a cookie without a lifetime is gone with the browser", async () => {
  const { answers } = await send("session", {});
  expect(answers[0]?.headers["set-cookie"]).toMatch(/^s="?[^;]+; ?Path=\/a; ?HttpOnly$/i);
});

test("one address leads to the same instance", async () => {
  const run = await send("address", { requests: 60, connections: "per-request" });
  expect(Object.values(run.pods)).toEqual([60]);
});

test("round robin takes turns", async () => {
  const run = await send("turns", { requests: 90, concurrency: 1 });
  expect(run.pods).toEqual({ one: 30, two: 30, three: 30 });
});

test("more requests than allowed at once are refused at once, until there are fewer again", async () => {
  const plan = { delay: { ms: 300 } };
  const few = await send("bounded", { plan, requests: 16, concurrency: 4 });
  expect(few.statuses).toEqual({ "200": 16 });
  const many = await send("bounded", { plan, requests: 64, concurrency: 32, keep: 20 });
  expect(Object.keys(many.statuses).sort()).toEqual(["200", "503"]);
  const refused = many.answers.find(({ status }) => status === "503");
  expect(refused?.body).toContain("overflow");
  expect(refused?.ms).toBeLessThan(300);
  const again = await send("bounded", { plan, requests: 16, concurrency: 4 });
  expect(again.statuses).toEqual({ "200": 16 });
});

test("an instance that fails three times in a row rests, and comes back", async () => {
  const sick = { requests: 40, concurrency: 1 };
  await during("two", { fail: { status: 500 } }, async () => {
    // All threads hear of it a moment later.
    expect((await send("ejecting", sick)).statuses["500"]).toBeLessThan(10);
    const after = await send("ejecting", sick);
    expect(after).toMatchObject({ failed: 0, pods: { one: 20, three: 20 } });
  });
  const back = async (): Promise<void> => {
    const { pods } = await send("ejecting", sick);
    expect(Object.keys(pods).sort()).toEqual(["one", "three", "two"]);
  };
  await vi.waitFor(back, { timeout: 20_000, interval: 250 });
});

const failing = { fail: { status: 503 } };
reachTests({
  send,
  failing: (instances, look) =>
    during("three", failing, () => (instances === 1 ? look() : during("two", failing, look))),
  connections: async (service) => {
    const answer = await fetch(`http://127.0.0.1:${String(edge.ports.admin)}/clusters`);
    return openConnections(await answer.text(), `shop/${service}`);
  },
});

test("pauses between tries grow up to the longest one", async () => {
  const plan = { fail: { times: 8, status: 503 } };
  const run = await send("steady", { plan, requests: 40 });
  expect(run).toMatchObject({ statuses: { "200": 40 }, tries: { "9": 40 } });
  // At random up to 20 ms, and seven times 40: 150 in the middle, and 610 with what Envoy has by itself.
  expect(run.latency.p50).toBeGreaterThan(80);
  expect(run.latency.p50).toBeLessThan(450);
});

test("limits hold for all together, for each client, and for a part only", async () => {
  const all = await send("all", { requests: 40 });
  expect(all.statuses).toEqual({ "200": 20, "429": 20 });
  for (const client of ["a", "b"]) {
    const headers = { "x-client": client };
    const run = await send("each", { headers, requests: 12 });
    expect(run.statuses).toEqual({ "200": 5, "429": 7 });
  }
  // Whatever a client says about its address.
  const forged = { headers: { "x-forwarded-for": "192.0.2.1" }, requests: 6 };
  expect((await send("strangers", forged)).statuses).toEqual({ "200": 5, "429": 1 });
  expect((await send("strangers", { requests: 6 })).statuses).toEqual({ "429": 6 });
  const post = await send("writes", { method: "POST", requests: 8 }, "/a?b=c");
  expect(post.statuses).toEqual({ "200": 3, "429": 5 });
  const others = [send("each", { requests: 12 }), send("writes", { requests: 12 }, "/a")];
  for (const run of await Promise.all(others)) expect(run.statuses).toEqual({ "200": 12 });
});

test("scripts see requests in the order of the list, and answers the other way", async () => {
  const [answer] = (await send("single", {})).answers;
  expect(answer?.report?.request.headers["x-asked"]).toBe("first, second");
  expect(answer?.headers["x-answered"]).toBe("second, first");
});

function hostOf(service: string): string {
  return `${service}.example`;
}

async function send(
  service: string,
  traffic: Omit<TrafficRequestInput, "url">,
  path = "/",
): Promise<TrafficResult> {
  return edge.send({ url: `http://${hostOf(service)}${path}`, ...traffic });
}

/** Every request to an instance follows a plan meanwhile. */
async function during(pod: string, plan: Plan, look: () => Promise<void>): Promise<void> {
  const url = `http://127.0.0.1:${String(instances[pod]?.ports.admin)}/plan`;
  await fetch(url, { method: "PUT", body: JSON.stringify({ plan, seconds: 60 }) });
  try {
    await look();
  } finally {
    await fetch(url, { method: "DELETE" });
  }
}
