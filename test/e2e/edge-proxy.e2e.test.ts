import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { judgeSplit, judgeSuccess, judgeTries } from "../../bench/traffic/judge.ts";
import type { EdgeGround } from "../edge/edge-ground.ts";
import { openShop, type OpenShop } from "../edge/edge-shop.ts";
import { readSockets } from "../edge/read-sockets.ts";
import type { ServiceProcess } from "../services/start-process.ts";

// A real Envoy with generated configuration, real services, real requests, all on loopback.

let shopOpen: OpenShop;
let edge: EdgeGround;

beforeAll(async () => {
  shopOpen = await openShop();
  ({ edge } = shopOpen);
}, 120_000);
afterAll(() => shopOpen.close());

describe("routes", () => {
  test("split 90 to 10", async () => {
    const run = await edge.send({ url: "http://web.example/", requests: 2000 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    expect(judgeSplit(run, { v1: 90, v2: 10 })).toMatchObject({ pass: true });
  });

  test.each([
    ["a header", { url: "http://web.example/", headers: { "X-Canary": "yes" } }, "v2"],
    ["path and method", { url: "http://web.example/api/a?b=c", method: "POST" }, "v1"],
    ["an expression, whole", { url: "http://web.example/v2/x?y" }, "v1"],
    ["a wildcard host", { url: "http://a.b.web.example/v1/x" }, "v1"],
  ])("match %s", async (_, traffic, version) => {
    const run = await edge.send({ ...traffic, requests: 60 });
    expect(run.versions).toEqual({ [version]: 60 });
  });

  test("that do not match fall to the default", async () => {
    const traffic = { url: "http://web.example/v2/xy", headers: { "x-canary": "no" } };
    const run = await edge.send({ ...traffic, requests: 400 });
    expect(judgeSplit(run, { v1: 90, v2: 10 })).toMatchObject({ pass: true });
  });

  test("lead nowhere for an unknown host", async () => {
    const run = await edge.send({ url: "http://nobody.example/", requests: 5 });
    expect(run.statuses).toEqual({ "404": 5 });
  });
});

describe("retries", () => {
  const fail = { fail: { times: 2, status: 503 } };

  test("are as many as the route says, counted by the upstream", async () => {
    const run = await edge.send({ url: "http://api.example/", plan: fail, requests: 40 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
    const upstreamTries = await triesOf(shopOpen.services.api, run.run);
    expect(judgeTries({ ...run, upstreamTries }, 3)).toMatchObject({ pass: true });
  });

  test("also happen for a connection that breaks", async () => {
    const reset = { fail: { times: 1, reset: true } };
    const run = await edge.send({ url: "http://api.example/", plan: reset, requests: 10 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
  });

  test.each([{}, { "x-envoy-retry-on": "5xx", "x-envoy-max-retries": "5" }])(
    "never happen where there are none, whatever a client asks for: %j",
    async (headers) => {
      const url = "http://api.example/orders/1";
      const run = await edge.send({ url, plan: fail, headers, requests: 20 });
      expect(run.statuses).toEqual({ "503": 20 });
      const upstreamTries = await triesOf(shopOpen.services.api, run.run);
      expect(judgeTries({ ...run, upstreamTries }, 1)).toMatchObject({ pass: true });
    },
  );
});

describe("a deadline", () => {
  test("cuts within 20 %", async () => {
    const url = "http://api.example/slow";
    const run = await edge.send({ url, plan: { delay: { ms: 3000 } }, requests: 8 });
    expect(run.statuses).toEqual({ "504": 8 });
    expect(run.latency.min).toBeGreaterThanOrEqual(400);
    expect(run.latency.max).toBeLessThanOrEqual(600);
  });

  test("is not a client's to change", async () => {
    const headers = { "x-envoy-upstream-rq-timeout-ms": "10" };
    const url = "http://api.example/";
    const run = await edge.send({ url, headers, plan: { delay: { ms: 300 } }, requests: 4 });
    expect(judgeSuccess(run)).toMatchObject({ pass: true });
  });
});

describe("the edge is hardened", () => {
  test("header names with _ are refused", async () => {
    const headers = { x_forged: "1" };
    const run = await edge.send({ url: "http://web.example/", headers, requests: 2 });
    expect(run.statuses).toEqual({ "400": 2 });
  });

  test("paths have one spelling", async () => {
    const one = await edge.send({ url: "http://web.example//v1///x", requests: 5 });
    expect(one.versions).toEqual({ v1: 5 });
    const escaped = await edge.send({ url: "http://web.example/a%2f..%2fv1/x", requests: 1 });
    expect(escaped.answers[0]).toMatchObject({ status: "307", headers: { location: "/v1/x" } });
  });

  test("admin and readiness listen on loopback only, and readiness tells nothing else", async () => {
    const open = readSockets(shopOpen.envoy.pid);
    expect(open).toContain(`127.0.0.1:${String(edge.ports.admin)}`);
    expect(open.filter((address) => !address.startsWith("127.0.0.1:"))).toEqual([]);
    const answer = await fetch(`http://127.0.0.1:${String(edge.ports.ready)}/stats`);
    expect(answer.status).toBe(404);
  });

  test("the access log is JSON without queries, of what failed", async () => {
    await edge.send({ url: "http://web.example/v1/x?token=hidden", requests: 1 });
    const failing = { url: "http://web.example/v1/x?token=hidden", requests: 1 };
    await edge.send({ ...failing, plan: { fail: { status: 503 } } });
    await expect
      .poll(() => shopOpen.envoy.log(), { timeout: 15_000 })
      .toContainEqual(
        expect.objectContaining({ path: "/v1/x", status: 503, cluster: "shop/web@v1", tries: 1 }),
      );
    expect(shopOpen.envoy.log().filter(({ status }) => status === 200)).toEqual([]);
    expect(JSON.stringify(shopOpen.envoy.log())).not.toContain("hidden");
  });
});

/** How many requests of a run the upstream saw so many times. */
async function triesOf(service: ServiceProcess, run: string): Promise<Record<string, number>> {
  const url = `http://127.0.0.1:${String(service.ports.admin)}/seen?run=${run}`;
  const { byRequest } = (await (await fetch(url)).json()) as { byRequest: Record<string, number> };
  const tries: Record<string, number> = {};
  for (const count of Object.values(byRequest)) tries[count] = (tries[count] ?? 0) + 1;
  return tries;
}
